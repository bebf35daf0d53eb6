import { expect, it } from 'vitest'
import { recordPage } from './recordPage'

it('leads from a record to its page', () => {
  expect(recordPage('salesOrders/0191-a')).toBe('/sales-orders/0191-a')
})

it.each(['', 'salesOrders', 'salesOrders/', 'ledger/0191-a', undefined])('knows no page of %j', (record) => {
  expect(recordPage(record)).toBeUndefined()
})
