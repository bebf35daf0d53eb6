import type { Row } from '@/api/fields'

/** The page in Shopify's admin where evidence is sent: that of the order. Where that is not known there is the list of orders. */
export function inShopify({ store, sourceOrderId }: Pick<Row<'shopifyDisputes'>, 'store' | 'sourceOrderId'>): string {
  const orders = `https://${store}/admin/orders`
  return sourceOrderId ? `${orders}/${sourceOrderId}` : orders
}
