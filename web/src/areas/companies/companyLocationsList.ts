import { defineList } from '@/components/list/definition'

export const companyLocationsList = defineList({
  entity: 'shopifyCompanyLocations',
  caption: 'shopifyCompanyLocations',
  sort: 'name',
  open: ({ id }) => `/company-locations/${id}`,
  columns: [
    { field: 'name', width: 220, narrow: 'title', link: ({ id }) => `/company-locations/${id}` },
    { field: 'sellToCustomerNumber', width: 170, narrow: 'detail' },
    { field: 'billToCustomerNumber', width: 170, narrow: 'detail' },
    { field: 'default', width: 90 },
    { field: 'recipient', width: 180 },
    { field: 'address', width: 200 },
    { field: 'zip', width: 90 },
    { field: 'city', width: 130, narrow: 'end' },
    { field: 'countryRegionCode', width: 120 },
    { field: 'taxRegistrationId', width: 160 },
    { field: 'taxExempt', width: 110 },
    { field: 'paymentTermsName', width: 170 },
    { field: 'phoneNumber', hidden: true },
    { field: 'provinceName', hidden: true },
    { field: 'shopifyCompanyId', hidden: true },
    { field: 'shopifyLocationId', hidden: true },
  ],
  empty: 'emptyCompanyLocations',
  permission: 'Synchronization.Read',
})
