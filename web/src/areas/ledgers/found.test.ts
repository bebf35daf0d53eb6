import { expect, test } from 'vitest'
import { findEntriesAddress, foundIn } from './found'

test('an address asks for a document, and for its day where that is known', () => {
  expect(findEntriesAddress({ documentNumber: 'PI-1', postingDate: '' })).toBe('/find-entries?documentNumber=PI-1')
  expect(findEntriesAddress({ documentNumber: 'A&B', postingDate: '2026-11-25' })).toBe(
    '/find-entries?documentNumber=A%26B&postingDate=2026-11-25',
  )
})

test('what is found is shown by the list that has it', () => {
  expect(foundIn('vatEntries', { documentNumber: "O'1", postingDate: '2026-11-25' })).toEqual({
    to: '/ledgers/vat',
    search: { odata: "documentNumber eq 'O''1' and postingDate eq 2026-11-25" },
  })
  expect(foundIn('salesInvoices', { documentNumber: 'PI-1', postingDate: '' })?.search.odata).toBe("number eq 'PI-1'")
})

test('a list without a page leads nowhere', () => {
  expect(foundIn('somethingElse', { documentNumber: 'PI-1', postingDate: '' })).toBeUndefined()
})
