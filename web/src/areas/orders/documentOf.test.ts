import { expect, test } from 'vitest'
import { documentOf } from './documentOf'

test('a link leads to its document, posted or not', () => {
  expect(documentOf({ id: '1', documentType: 'Sales Order' })).toBe('/sales-orders/1')
  expect(documentOf({ id: '1', documentType: 'Posted Sales Invoice' })).toBe('/sales-invoices/1')
  expect(documentOf({ id: '1', documentType: 'Posted Sales Shipment' })).toBe('/sales-shipments/1')
})
