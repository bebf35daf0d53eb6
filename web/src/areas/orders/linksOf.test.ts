import { expect, test } from 'vitest'
import { linksOfOrder, linksOfRefund, linksOfSale } from './linksOf'

test('links are those of the order, not of its number', () => {
  expect(linksOfOrder({ id: 'a' })).toBe('orderId eq a')
})

test('a sale is linked to what was made of the order itself', () => {
  expect(linksOfSale({ id: 'a' })).toBe("orderId eq a and shopifyDocumentType eq 'Shopify Order'")
})

test('a refund is linked by its id in Shopify', () => {
  expect(linksOfRefund({ orderId: 'a', shopifyRefundId: 900 })).toBe(
    "orderId eq a and shopifyDocumentType eq 'Shopify Refund' and shopifyDocumentId eq '900'",
  )
})
