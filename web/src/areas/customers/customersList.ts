import { useImportAction } from '@/areas/setup/importAction'
import { useNewFromTemplateAction } from '@/areas/setup/newFromTemplateAction'
import { useAddToShopify } from '@/areas/shops/useAddToShopify'
import { defineList, type AnyList } from '@/components/list/definition'

export const customersList: AnyList = defineList({
  entity: 'customers',
  caption: 'customers',
  sort: 'number',
  open: ({ id }) => `/customers/${id}`,
  columns: [
    { field: 'number', width: 120, narrow: 'detail', link: ({ id }) => `/customers/${id}` },
    { field: 'displayName', caption: 'name', width: 260, narrow: 'title' },
    { field: 'email', width: 240, narrow: 'detail' },
    { field: 'phoneNumber', width: 150 },
    { field: 'postalCode', width: 100 },
    { field: 'city', width: 150 },
    { field: 'country', width: 150 },
    { field: 'blocked', width: 110 },
    { field: 'addressLine1', hidden: true },
    { field: 'currencyCode', hidden: true },
    { field: 'paymentTermsCode', hidden: true },
    { field: 'salespersonCode', hidden: true },
    { field: 'lastModifiedDateTime', hidden: true },
  ],
  useActions: (customers) => [
    useAddToShopify('customers', customers),
    useNewFromTemplateAction({
      entity: 'customers',
      caption: 'customer',
      templates: 'customerTemplates',
      field: 'customerTemplateCode',
    }),
    useImportAction(customersList, 'BackOffice.Change'),
  ],
  empty: 'emptyCustomers',
  permission: 'BackOffice.Read',
})
