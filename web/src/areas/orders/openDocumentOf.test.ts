import { expect, test } from 'vitest'
import { openDocumentOf } from './openDocumentOf'

test('the document that is not posted is looked for in its set', () => {
  const posted = { id: '1', documentType: 'Posted Sales Shipment' } as const
  const order = { set: 'salesOrders', filter: "id eq 2 and status eq 'Open'" }
  expect(openDocumentOf([posted, { id: '2', documentType: 'Sales Order' }])).toEqual(order)
  const memo = { set: 'salesCreditMemos', filter: "id eq 3 and status eq 'Draft'" }
  expect(openDocumentOf([{ id: '3', documentType: 'Sales Credit Memo' }])).toEqual(memo)
  expect(openDocumentOf([posted])).toBeUndefined()
})
