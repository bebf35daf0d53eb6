import { defineColumns } from '@/components/list/definition'

/** The variants of a product on its card. */
export const variantColumns = defineColumns('shopifyVariants', [
  { field: 'variantTitle', width: 160, narrow: 'title' },
  { field: 'sku', width: 150, narrow: 'detail' },
  { field: 'barcode', width: 150 },
  { field: 'itemNumber', width: 130, narrow: 'detail' },
  { field: 'variantCode', width: 120 },
  { field: 'price', width: 110, amount: true, narrow: 'end' },
  { field: 'compareAtPrice', width: 140, amount: true },
  { field: 'unitCost', width: 110, amount: true },
  { field: 'weight', width: 100 },
  { field: 'weightUnit', width: 110 },
  { field: 'inventoryPolicy', width: 140 },
  { field: 'tariffNumber', width: 120 },
])
