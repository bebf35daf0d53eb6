import { defineColumns } from '@/components/list/definition'

/** The lines of a Shopify order. */
export const orderLineColumns = defineColumns('shopifyOrderLines', [
  { field: 'description', width: 260, narrow: 'title' },
  { field: 'variantDescription', width: 160 },
  { field: 'sku', width: 130, narrow: 'detail' },
  { field: 'itemNumber', width: 120 },
  { field: 'variantCode', width: 110 },
  { field: 'quantity', width: 100, narrow: 'detail' },
  { field: 'unitPrice', width: 110, amount: true, narrow: 'end' },
  { field: 'discountAmount', width: 130, amount: true },
  { field: 'giftCard', width: 90 },
])
