import { expect, it } from 'vitest'
import { explains, linkOf } from './monthEnd'

it('leads to the page of each record that has one', () => {
  expect(linkOf({ kind: 'Shopify Order', id: '1', number: '#1001' })).toBe('/orders/1')
  expect(linkOf({ kind: 'Shopify Payout', id: '2', number: '77' })).toBe('/payouts/2')
  expect(linkOf({ kind: 'Document', id: null, number: 'GJ 1' })).toBe('/find-entries?documentNumber=GJ+1')
  expect(linkOf({ kind: 'Shopify Order', id: null, number: '5' })).toBeUndefined()
  expect(linkOf({ kind: '', id: null, number: '' })).toBeUndefined()
})

it('that amounts differ is no explanation', () => {
  expect(explains({ reason: 'Payout Not Posted' })).toBe(true)
  expect(explains({ reason: 'Amounts Differ' })).toBe(false)
})
