import type { Column } from '@/components/list/definition'
import { scoreTone } from './tones'

/** The columns of the mapping worksheet: what is in Shopify, and what it may be here. */
export const matchColumns: readonly Column<'shopifyProductMatches'>[] = [
  { field: 'title', width: 220, narrow: 'title' },
  { field: 'variantTitle', width: 130, narrow: 'detail' },
  { field: 'sku', width: 140, narrow: 'detail' },
  { field: 'barcode', width: 140 },
  { field: 'itemNumber', width: 130, narrow: 'detail' },
  { field: 'variantCode', width: 120 },
  { field: 'itemDescription', width: 220 },
  { field: 'score', width: 90, narrow: 'end', tone: ({ score }) => scoreTone(score) },
  { field: 'reason', width: 180 },
  { field: 'remark', width: 280 },
  { field: 'duplicate', hidden: true },
  { field: 'vendor', hidden: true },
  { field: 'shopCode', width: 110 },
  { field: 'shopifyVariantId', hidden: true },
  { field: 'shopifyProductId', hidden: true },
]
