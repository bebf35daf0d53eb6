import { expect, test } from 'vitest'
import { inShopify } from './inShopify'

test('a dispute leads to its order in Shopify, and without one to all of them', () => {
  const store = 'north.myshopify.com'
  expect(inShopify({ store, sourceOrderId: 5123456789012 })).toBe(
    'https://north.myshopify.com/admin/orders/5123456789012',
  )
  expect(inShopify({ store, sourceOrderId: 0 })).toBe('https://north.myshopify.com/admin/orders')
})
