import { defineColumns } from '@/components/list/definition'

/** What an order is charged for being sent. */
export const shippingChargeColumns = defineColumns('shopifyOrderShippingCharges', [
  { field: 'title', width: 190, narrow: 'title' },
  { field: 'source', width: 120, narrow: 'detail' },
  { field: 'deliveryCategory', width: 140 },
  { field: 'amount', width: 100, amount: true, narrow: 'end' },
  { field: 'discountAmount', width: 130, amount: true },
  { field: 'presentmentAmount', width: 190, amount: true },
])

/** What it is charged beside. */
export const additionalFeeColumns = defineColumns('shopifyOrderAdditionalFees', [
  { field: 'name', width: 190, narrow: 'title' },
  { field: 'amount', width: 100, amount: true, narrow: 'end' },
  { field: 'presentmentAmount', width: 190, amount: true },
])

/** Its taxes, as Shopify has worked them out. */
export const taxLineColumns = defineColumns('shopifyOrderTaxLines', [
  { field: 'title', width: 140, narrow: 'title' },
  { field: 'parentType', width: 140, narrow: 'detail' },
  { field: 'ratePercentage', width: 90 },
  { field: 'amount', width: 100, amount: true, narrow: 'end' },
  { field: 'channelLiable', width: 150 },
  { field: 'presentmentAmount', width: 190, amount: true },
])

/** Its payments, and what became of them. */
export const transactionColumns = defineColumns('shopifyOrderTransactions', [
  { field: 'message', width: 150, narrow: 'title' },
  { field: 'type', width: 120, narrow: 'detail' },
  { field: 'status', width: 130, narrow: 'detail' },
  { field: 'amount', width: 100, amount: true, narrow: 'end' },
  { field: 'creditCardCompany', width: 150 },
  { field: 'creditCardNumber', width: 150 },
  { field: 'giftCardId', width: 130 },
  { field: 'roundingAmount', width: 140, amount: true },
  { field: 'presentmentAmount', width: 190, amount: true },
  { field: 'createdAt', width: 150 },
  { field: 'errorCode', width: 150 },
])

/** What speaks for or against it being a fraud. */
export const riskColumns = defineColumns('shopifyOrderRisks', [
  { field: 'message', width: 340, narrow: 'title' },
  { field: 'level', width: 100, narrow: 'detail' },
  { field: 'sentiment', width: 110, narrow: 'end' },
])

/** What the buyer or the store has written on it. */
export const attributeColumns = defineColumns('shopifyOrderAttributes', [
  { field: 'key', width: 190, narrow: 'title' },
  { field: 'value', width: 340, narrow: 'detail' },
])
