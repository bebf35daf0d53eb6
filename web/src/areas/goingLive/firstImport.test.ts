import { expect, it } from 'vitest'
import { tasksOf } from './firstImport'

it('brings products, customers and companies before the orders that name them, where the card says so', () => {
  const all = {
    syncItem: 'From Shopify',
    customerImportFromShopify: 'All Customers',
    companyImportFromShopify: 'All Companies',
  } as const
  expect(tasksOf(all)).toEqual([30108, 30100, 30114, 30104])
  expect(tasksOf({ ...all, customerImportFromShopify: 'None' })).toEqual([30108, 30114, 30104])
  const none = {
    syncItem: 'To Shopify',
    customerImportFromShopify: 'With Order Import',
    companyImportFromShopify: 'With Order Import',
  } as const
  expect(tasksOf(none)).toEqual([30104])
})
