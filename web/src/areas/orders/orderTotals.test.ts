import { expect, test } from 'vitest'
import { documentCurrency, hasTwoMoneys, partKey, type OrderTotals } from './orderTotals'

const totals = (presentmentCurrencyCode: string, currencyHandling: string): OrderTotals => ({
  currencyCode: 'DKK',
  presentmentCurrencyCode,
  currencyHandling,
  lines: [],
  totals: [],
})

test('an order that was bought in the currency of the shop has one money', () => {
  expect(hasTwoMoneys(totals('DKK', 'Shop Currency'))).toBe(false)
  expect(hasTwoMoneys(totals('EUR', 'Shop Currency'))).toBe(true)
})

test('a document is in the money that the shop card has chosen', () => {
  expect(documentCurrency(totals('EUR', 'Shop Currency'))).toBe('DKK')
  expect(documentCurrency(totals('EUR', 'Presentment Currency'))).toBe('EUR')
})

test('a part that is not known is told as another', () => {
  expect(partKey('Invoice Discount')).toBe('invoiceDiscount')
  expect(partKey('Something New')).toBe('other')
})
