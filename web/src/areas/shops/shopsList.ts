import { defineList } from '@/components/list/definition'
import { connectionTone } from './connectionTone'
import { useShopsActions } from './shopsActions'

export const shopsList = defineList({
  entity: 'shopifyShops',
  caption: 'shops',
  sort: 'code',
  open: ({ id }) => `/shops/${id}`,
  columns: [
    { field: 'code', width: 140, narrow: 'title', link: ({ id }) => `/shops/${id}` },
    { field: 'domain', width: 260, narrow: 'detail' },
    {
      field: 'enabled',
      width: 130,
      narrow: 'end',
      text: ({ enabled }, t) => t(enabled ? 'options.enabled' : 'options.disabled'),
      tone: ({ enabled }) => (enabled ? 'good' : 'warning'),
    },
    { field: 'connection', width: 170, tone: ({ connection }) => connectionTone(connection) },
    { field: 'missingScopes', width: 200 },
    { field: 'connectionMessage', hidden: true },
    { field: 'connectionType', hidden: true },
    { field: 'grantedScopes', hidden: true },
    { field: 'allowBackgroundSyncs', width: 210 },
    { field: 'autoCreateOrders', width: 220 },
    { field: 'currencyCode', width: 120 },
    { field: 'adminUrl', hidden: true },
    { field: 'allowOutgoingRequests', hidden: true },
    { field: 'advancedShopifyPlan', hidden: true },
  ],
  useActions: useShopsActions,
  empty: 'emptyShops',
  permission: 'Shops.Read',
})
