import { defineColumns } from '@/components/list/definition'

/** The addresses of a customer on its card. */
export const addressColumns = defineColumns('shopifyCustomerAddresses', [
  { field: 'address1', width: 180, narrow: 'title' },
  { field: 'address2', width: 140 },
  { field: 'zip', width: 90, narrow: 'detail' },
  { field: 'city', width: 140, narrow: 'detail' },
  { field: 'countryRegionCode', width: 120 },
  { field: 'provinceCode', width: 120 },
  { field: 'company', width: 160 },
  { field: 'firstName', width: 120 },
  { field: 'lastName', width: 140 },
  { field: 'phone', width: 140 },
  { field: 'default', width: 100 },
  { field: 'customerNumber', width: 130, narrow: 'end' },
])
