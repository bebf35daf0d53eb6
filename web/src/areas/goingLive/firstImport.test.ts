import { expect, it } from 'vitest'
import { tasksOf } from './firstImport'

it('brings products and customers before the orders that name them, where the card says so', () => {
  expect(tasksOf({ syncItem: 'From Shopify', customerImportFromShopify: 'All Customers' })).toEqual([
    30108, 30100, 30104,
  ])
  expect(tasksOf({ syncItem: 'To Shopify', customerImportFromShopify: 'With Order Import' })).toEqual([30104])
})
