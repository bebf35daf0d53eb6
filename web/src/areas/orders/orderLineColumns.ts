import { defineColumns } from '@/components/list/definition'

/** The lines of a Shopify order. */
export const orderLineColumns = defineColumns('shopifyOrderLines', [
  { field: 'description', width: 190, narrow: 'title' },
  { field: 'variantDescription', width: 140 },
  { field: 'sku', width: 100, narrow: 'detail' },
  { field: 'itemNumber', width: 100 },
  { field: 'quantity', width: 80, narrow: 'detail' },
  { field: 'unitPrice', width: 100, amount: true, narrow: 'end' },
  { field: 'discountAmount', width: 130, amount: true },
  { field: 'variantCode', width: 110 },
  { field: 'giftCard', width: 90 },
])
