import type { EntitySet } from '@/api/fields'
import { defineColumns, type AnyColumn } from '@/components/list/definition'
import type { TabKey } from '@/i18n/keys'
import { documentOf } from './documentOf'

/** Records that belong to an order. */
export type OrderPart = {
  readonly title: TabKey
  readonly entity: EntitySet
  readonly columns: readonly AnyColumn[]
  readonly sort?: string
}

/** The lines of an order. */
export const orderLines: OrderPart = {
  title: 'lines',
  entity: 'shopifyOrderLines',
  sort: 'lineId',
  columns: defineColumns('shopifyOrderLines', [
    { field: 'description', width: 190, narrow: 'title' },
    { field: 'variantDescription', width: 165 },
    { field: 'sku', width: 100, narrow: 'detail' },
    { field: 'itemNumber', width: 100 },
    { field: 'quantity', width: 80, narrow: 'detail' },
    { field: 'unitPrice', width: 100, amount: true, narrow: 'end' },
    { field: 'discountAmount', width: 150, amount: true },
    { field: 'variantCode', width: 110 },
    { field: 'unitOfMeasureCode', width: 160 },
    { field: 'giftCard', width: 90 },
    { field: 'exchangeItem', width: 130 },
    { field: 'deliveryMethodType', width: 150 },
    { field: 'locationId', width: 140, text: ({ locationId }) => (locationId ? `${locationId}` : '') },
    { field: 'notSoldQuantity', width: 150 },
    { field: 'lineId', width: 150, text: ({ lineId }) => `${lineId}` },
  ]),
}

/** What it is charged beside being sent. */
export const additionalFees: OrderPart = {
  title: 'fees',
  entity: 'shopifyOrderAdditionalFees',
  sort: 'additionalFeeId',
  columns: defineColumns('shopifyOrderAdditionalFees', [
    { field: 'name', width: 190, narrow: 'title' },
    { field: 'amount', width: 100, amount: true, narrow: 'end' },
    { field: 'presentmentAmount', width: 190, amount: true },
  ]),
}

/** What it is charged for being sent. */
export const shippingCharges: OrderPart = {
  title: 'charges',
  entity: 'shopifyOrderShippingCharges',
  sort: 'shippingLineId',
  columns: defineColumns('shopifyOrderShippingCharges', [
    { field: 'title', width: 190, narrow: 'title' },
    { field: 'source', width: 120, narrow: 'detail' },
    { field: 'deliveryCategory', width: 140 },
    { field: 'amount', width: 100, amount: true, narrow: 'end' },
    { field: 'discountAmount', width: 130, amount: true },
    { field: 'presentmentAmount', width: 190, amount: true },
  ]),
}

/** What Shopify changed after its document was made. */
export const orderUpdates: OrderPart = {
  title: 'updates',
  entity: 'shopifyOrderUpdates',
  sort: 'noticedAt',
  columns: defineColumns('shopifyOrderUpdates', [
    { field: 'part', width: 160, narrow: 'title' },
    { field: 'description', width: 190, narrow: 'detail' },
    { field: 'before', width: 190 },
    { field: 'after', width: 190, narrow: 'end' },
    { field: 'noticedAt', width: 150 },
  ]),
}

/** The documents that were made of it. */
export const documentLinks: OrderPart = {
  title: 'documents',
  entity: 'shopifyDocumentLinks',
  sort: 'postingDate',
  columns: defineColumns('shopifyDocumentLinks', [
    { field: 'documentNumber', width: 140, narrow: 'title', link: documentOf },
    { field: 'documentType', width: 190, narrow: 'detail' },
    { field: 'shopifyDocumentType', width: 160 },
    { field: 'postingDate', width: 130, narrow: 'end' },
  ]),
}

/** Its payments, and what became of them. */
export const transactions: OrderPart = {
  title: 'transactions',
  entity: 'shopifyOrderTransactions',
  sort: 'transactionId',
  columns: defineColumns('shopifyOrderTransactions', [
    { field: 'message', width: 150, narrow: 'title' },
    { field: 'type', width: 120, narrow: 'detail' },
    { field: 'status', width: 130, narrow: 'detail' },
    { field: 'amount', width: 100, amount: true, narrow: 'end' },
    { field: 'creditCardCompany', width: 150 },
    { field: 'creditCardNumber', width: 150 },
    { field: 'giftCardId', width: 150, text: ({ giftCardId }) => (giftCardId ? `${giftCardId}` : '') },
    { field: 'roundingAmount', width: 140, amount: true },
    { field: 'presentmentAmount', width: 190, amount: true },
    { field: 'createdAt', width: 150 },
    { field: 'used', width: 90 },
    { field: 'errorCode', width: 150 },
  ]),
}

/** What of it waits to be sent, where and why, as it was when it was last looked at. */
export const fulfillmentOrders: OrderPart = {
  title: 'fulfillmentOrders',
  entity: 'shopifyFulfillmentOrders',
  sort: 'shopifyFulfillmentOrderId',
  columns: defineColumns('shopifyFulfillmentOrders', [
    { field: 'locationName', width: 190, narrow: 'title' },
    { field: 'status', width: 110, narrow: 'end' },
    { field: 'holdReasons', width: 220, narrow: 'detail' },
    { field: 'requestStatus', width: 160 },
    { field: 'deliveryMethodType', width: 150 },
    { field: 'shopifyFulfillmentOrderId', width: 210 },
    { field: 'updatedAt', width: 150 },
    { field: 'readAt', width: 150 },
  ]),
}

/** What else is told of it, each in a tab of its own. */
export const otherParts: readonly OrderPart[] = [
  // As Shopify has worked them out.
  {
    title: 'taxes',
    entity: 'shopifyOrderTaxLines',
    columns: defineColumns('shopifyOrderTaxLines', [
      { field: 'title', width: 140, narrow: 'title' },
      { field: 'parentType', width: 140, narrow: 'detail' },
      { field: 'ratePercentage', width: 90 },
      { field: 'amount', width: 100, amount: true, narrow: 'end' },
      { field: 'channelLiable', width: 150 },
      { field: 'presentmentAmount', width: 190, amount: true },
    ]),
  },
  // What of it was sent, handed over or picked up.
  {
    title: 'fulfillments',
    entity: 'shopifyOrderFulfillments',
    sort: 'shopifyFulfillmentId',
    columns: defineColumns('shopifyOrderFulfillments', [
      { field: 'name', width: 120, narrow: 'title' },
      { field: 'status', width: 110, narrow: 'detail' },
      { field: 'deliveryStatus', width: 140, narrow: 'detail' },
      { field: 'totalQuantity', width: 110, narrow: 'end' },
      { field: 'trackingNumber', width: 170 },
      { field: 'trackingCompany', width: 140 },
      { field: 'trackingUrl', width: 200 },
      { field: 'locationName', width: 150 },
      { field: 'createdAt', width: 150 },
    ]),
  },
  // What speaks for or against it being a fraud.
  {
    title: 'risks',
    entity: 'shopifyOrderRisks',
    sort: 'lineNumber',
    columns: defineColumns('shopifyOrderRisks', [
      { field: 'message', width: 340, narrow: 'title' },
      { field: 'level', width: 100, narrow: 'detail' },
      { field: 'sentiment', width: 110, narrow: 'end' },
    ]),
  },
  // What the buyer or the store has written on it.
  {
    title: 'attributes',
    entity: 'shopifyOrderAttributes',
    columns: defineColumns('shopifyOrderAttributes', [
      { field: 'key', width: 190, narrow: 'title' },
      { field: 'value', width: 340, narrow: 'detail' },
    ]),
  },
  // What the buyer has wished for single lines.
  {
    title: 'lineAttributes',
    entity: 'shopifyOrderLineAttributes',
    sort: 'lineId',
    columns: defineColumns('shopifyOrderLineAttributes', [
      { field: 'key', width: 190, narrow: 'title' },
      { field: 'value', width: 340, narrow: 'detail' },
      { field: 'lineId', width: 150, narrow: 'end', text: ({ lineId }) => `${lineId}` },
    ]),
  },
]
