import { defineList } from '@/components/list/definition'
import { useStockActions } from './stockActions'

/** Both sides' numbers: how many there are of each variant at each location. */
export const shopifyStockList = defineList({
  entity: 'shopifyInventory',
  caption: 'shopifyStock',
  sort: 'itemNumber',
  open: ({ id }) => `/shopify-stock/${id}`,
  columns: [
    { field: 'displayName', width: 240, narrow: 'title', link: ({ id }) => `/shopify-stock/${id}` },
    { field: 'itemNumber', width: 120 },
    { field: 'locationName', width: 160, narrow: 'detail' },
    { field: 'stock', caption: 'stockHere', width: 120 },
    { field: 'shopifyStock', width: 150, narrow: 'end' },
    { field: 'difference', width: 110 },
    { field: 'waiting', caption: 'waitingStock', width: 190 },
    { field: 'shopifyCommitted', width: 180 },
    { field: 'shopifyOnHand', width: 160 },
    { field: 'lastSyncedOn', width: 160 },
    { field: 'lastCalculatedOn', width: 160 },
    { field: 'errorMessage', width: 320 },
    { field: 'shopCode', width: 110 },
    { field: 'variantCode', hidden: true },
    { field: 'stocked', hidden: true },
    { field: 'shopifyProductId', hidden: true },
    { field: 'shopifyVariantId', hidden: true },
    { field: 'inventoryItemId', hidden: true },
    { field: 'locationId', hidden: true },
  ],
  views: [
    { caption: 'viewDifferences', filters: { difference: '<>0' } },
    { caption: 'viewWithErrors', filters: { errorMessage: "<>''" } },
    { caption: 'viewNotStocked', filters: { stocked: 'No' } },
  ],
  useActions: useStockActions,
  empty: 'emptyShopifyStock',
  permission: 'Synchronization.Read',
})

/** What the last comparison has found, and why. */
export const stockDriftsList = defineList({
  entity: 'shopifyStockDrifts',
  caption: 'stockDrifts',
  sort: 'itemNumber',
  columns: [
    { field: 'displayName', width: 240, narrow: 'title' },
    { field: 'itemNumber', width: 120 },
    { field: 'locationName', width: 160, narrow: 'detail' },
    { field: 'explanation', width: 200, narrow: 'end' },
    { field: 'expectedStock', width: 140 },
    { field: 'shopifyStock', width: 150 },
    { field: 'stock', caption: 'stockHere', width: 120 },
    { field: 'foundAt', width: 160 },
    { field: 'shopCode', width: 110 },
    { field: 'shopifyVariantId', hidden: true },
    { field: 'locationId', hidden: true },
  ],
  useActions: useStockActions,
  empty: 'emptyStockDrifts',
  permission: 'Synchronization.Read',
})
