import { defineColumns } from '@/components/list/definition'

/** The locations of a company, the default one first. */
export const companyLocations = {
  entity: 'shopifyCompanyLocations',
  sort: 'shopifyLocationId',
  columns: defineColumns('shopifyCompanyLocations', [
    { field: 'name', width: 180, narrow: 'title', link: ({ id }) => `/company-locations/${id}` },
    { field: 'default', width: 90 },
    { field: 'sellToCustomerNumber', width: 170, narrow: 'detail' },
    { field: 'billToCustomerNumber', width: 170, narrow: 'detail' },
    { field: 'address', width: 200 },
    { field: 'zip', width: 90 },
    { field: 'city', width: 130, narrow: 'end' },
    { field: 'countryRegionCode', width: 120 },
    { field: 'taxRegistrationId', width: 160 },
    { field: 'taxExempt', width: 110 },
    { field: 'paymentTermsName', width: 170 },
  ]),
} as const

/** Those who speak for a company. */
export const companyContacts = {
  entity: 'shopifyCompanyContacts',
  sort: 'shopifyContactId',
  columns: defineColumns('shopifyCompanyContacts', [
    { field: 'name', width: 200, narrow: 'title' },
    { field: 'mainContact', width: 120 },
    { field: 'title', width: 160 },
    { field: 'email', width: 220, narrow: 'detail' },
    { field: 'phoneNumber', width: 150 },
    { field: 'roles', width: 300 },
  ]),
} as const
