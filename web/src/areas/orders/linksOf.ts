import type { Row } from '@/api/fields'
import { literal } from '@/api/record'

/** The links of an order and of its refunds. Its number would not do: another store may have the same. */
export function linksOfOrder({ id }: Pick<Row<'shopifyOrders'>, 'id'>): string {
  return `orderId eq ${id}`
}

/** The links of what was made of the order itself. */
export function linksOfSale(order: Pick<Row<'shopifyOrders'>, 'id'>): string {
  return `${linksOfOrder(order)} and shopifyDocumentType eq ${literal('Shopify Order')}`
}

/** The links of a refund. */
export function linksOfRefund(refund: Pick<Row<'shopifyRefunds'>, 'orderId' | 'shopifyRefundId'>): string {
  const isRefund = `shopifyDocumentType eq ${literal('Shopify Refund')}`
  return `orderId eq ${refund.orderId} and ${isRefund} and shopifyDocumentId eq ${literal(`${refund.shopifyRefundId}`)}`
}
