import { defineList } from '@/components/list/definition'
import { useVariantActions } from './variantActions'

export const variantsList = defineList({
  entity: 'shopifyVariants',
  caption: 'shopifyVariants',
  columns: [
    { field: 'title', width: 220, narrow: 'title' },
    { field: 'variantTitle', width: 140, narrow: 'detail' },
    { field: 'sku', width: 150, narrow: 'detail' },
    { field: 'barcode', width: 150 },
    { field: 'itemNumber', width: 130, narrow: 'end' },
    { field: 'variantCode', width: 120 },
    { field: 'price', width: 110, amount: true },
    { field: 'compareAtPrice', hidden: true, amount: true },
    { field: 'unitCost', hidden: true, amount: true },
    { field: 'mappedByItem', hidden: true },
    { field: 'inventoryPolicy', hidden: true },
    { field: 'tariffNumber', hidden: true },
    { field: 'countryRegionOfOriginCode', hidden: true },
    { field: 'shopCode', width: 110 },
    { field: 'shopifyVariantId', hidden: true },
    { field: 'shopifyProductId', hidden: true },
  ],
  views: [{ caption: 'viewUnmapped', filters: { itemNumber: "''" } }],
  useActions: useVariantActions,
  empty: 'emptyProducts',
  permission: 'Synchronization.Read',
})
