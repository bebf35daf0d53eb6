import { defineList } from '@/components/list/definition'
import { useCustomersActions } from './customerActions'

const open = ({ id }: { readonly id?: string }) => `/shopify-customers/${id}`

export const customersList = defineList({
  entity: 'shopifyCustomers',
  caption: 'shopifyCustomers',
  sort: 'email',
  open,
  columns: [
    { field: 'email', width: 240, narrow: 'title', link: open },
    { field: 'firstName', width: 140, narrow: 'detail' },
    { field: 'lastName', width: 160, narrow: 'detail' },
    { field: 'phoneNumber', width: 150 },
    { field: 'customerNumber', width: 130, narrow: 'end' },
    { field: 'state', width: 110 },
    { field: 'verifiedEmail', width: 130 },
    { field: 'acceptsMarketing', width: 150 },
    { field: 'tags', width: 180 },
    { field: 'hasError', width: 100 },
    { field: 'errorMessage', width: 300 },
    { field: 'updatedAt', width: 160 },
    { field: 'note', hidden: true },
    { field: 'taxExempt', hidden: true },
    { field: 'createdAt', hidden: true },
    { field: 'lastUpdatedByUs', hidden: true },
    { field: 'shopifyCustomerId', hidden: true },
    { field: 'store', hidden: true },
  ],
  views: [
    { caption: 'viewUnmapped', filters: { customerNumber: "''" } },
    { caption: 'viewWithError', filters: { hasError: 'Yes' } },
  ],
  useActions: useCustomersActions,
  empty: 'emptyShopifyCustomers',
  permission: 'Synchronization.Read',
})
