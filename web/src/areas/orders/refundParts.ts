import { defineColumns } from '@/components/list/definition'
import type { OrderPart } from './orderParts'

/** What belongs to a refund, each in a tab of its own. */
export const refundParts: readonly OrderPart[] = [
  {
    title: 'lines',
    entity: 'shopifyRefundLines',
    sort: 'refundLineId',
    columns: defineColumns('shopifyRefundLines', [
      { field: 'description', width: 190, narrow: 'title' },
      { field: 'quantity', width: 80, narrow: 'detail' },
      { field: 'restockType', width: 140, narrow: 'detail' },
      { field: 'amount', width: 100, amount: true },
      { field: 'subtotalAmount', width: 120, amount: true, narrow: 'end' },
      { field: 'totalTaxAmount', width: 160, amount: true },
      { field: 'presentmentSubtotalAmount', width: 220, amount: true },
      { field: 'restocked', width: 100 },
      { field: 'exchangeItem', width: 130 },
      { field: 'canCreateCreditMemo', width: 190 },
    ]),
  },
  {
    title: 'charges',
    entity: 'shopifyRefundShippingLines',
    sort: 'refundShippingLineId',
    columns: defineColumns('shopifyRefundShippingLines', [
      { field: 'title', width: 190, narrow: 'title' },
      { field: 'subtotalAmount', width: 120, amount: true, narrow: 'end' },
      { field: 'taxAmount', width: 110, amount: true },
      { field: 'presentmentSubtotalAmount', width: 190, amount: true },
    ]),
  },
  {
    title: 'adjustments',
    entity: 'shopifyRefundAdjustments',
    sort: 'adjustmentId',
    columns: defineColumns('shopifyRefundAdjustments', [
      { field: 'reason', width: 190, narrow: 'title' },
      { field: 'amount', width: 100, amount: true, narrow: 'end' },
      { field: 'taxAmount', width: 110, amount: true },
      { field: 'presentmentAmount', width: 190, amount: true },
    ]),
  },
]

/** The lines of a return. */
export const returnLines: OrderPart = {
  title: 'lines',
  entity: 'shopifyReturnLines',
  sort: 'returnLineId',
  columns: defineColumns('shopifyReturnLines', [
    { field: 'description', width: 190, narrow: 'title' },
    { field: 'type', width: 110 },
    { field: 'quantity', width: 80, narrow: 'detail' },
    { field: 'refundableQuantity', width: 170 },
    { field: 'refundedQuantity', width: 150 },
    { field: 'returnReasonName', width: 170, narrow: 'detail' },
    { field: 'returnReasonNote', width: 200 },
    { field: 'customerNote', width: 200 },
    { field: 'discountedTotalAmount', width: 150, amount: true, narrow: 'end' },
    { field: 'unitPrice', width: 100, amount: true },
  ]),
}

/** What was paid back of an order. */
export const refundsOfOrder: OrderPart = {
  title: 'refunds',
  entity: 'shopifyRefunds',
  sort: 'shopifyRefundId',
  columns: defineColumns('shopifyRefunds', [
    { field: 'createdAt', width: 150, narrow: 'title', link: ({ id }) => `/refunds/${id}` },
    { field: 'totalRefundedAmount', width: 140, amount: true, narrow: 'end' },
    { field: 'note', width: 220, narrow: 'detail' },
    { field: 'isProcessed', width: 120 },
    { field: 'salesDocumentNumber', width: 150 },
    { field: 'lastErrorDescription', width: 300 },
  ]),
}

/** What came back of an order. */
export const returnsOfOrder: OrderPart = {
  title: 'returns',
  entity: 'shopifyReturns',
  sort: 'shopifyReturnId',
  columns: defineColumns('shopifyReturns', [
    { field: 'shopifyReturnNumber', width: 150, narrow: 'title', link: ({ id }) => `/returns/${id}` },
    { field: 'status', width: 120, narrow: 'detail' },
    { field: 'totalQuantity', width: 120, narrow: 'end' },
    { field: 'createdAt', width: 150 },
  ]),
}
