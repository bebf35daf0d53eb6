import { expect, test } from 'vitest'
import { entriesOf, type Explanation } from './explanation'

const entry = (documentNumber: string, part: string, counts: boolean): Explanation['entries'][number] => ({
  part,
  documentType: 'Order',
  documentNumber,
  date: null,
  locationCode: '',
  quantity: -1,
  counts,
})

test('the documents of a part are its own, and those that count come first', () => {
  const explanation = {
    entries: [entry('1', 'a', false), entry('2', 'b', true), entry('3', 'a', true)],
  } as unknown as Explanation
  expect(entriesOf(explanation, 'a').map(({ documentNumber }) => documentNumber)).toEqual(['3', '1'])
})
