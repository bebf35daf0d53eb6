import { expect, it } from 'vitest'
import { parseNumber } from './parseNumber'

it.each([
  ['1 234,50', 1234.5],
  ['1,234.50', 1234.5],
  ['1.234,5', 1234.5],
  ['-0,25', -0.25],
  ['12', 12],
  ['abc', undefined],
  ['', undefined],
  ['1-2', undefined],
])('%j is read as %s', (text, number) => expect(parseNumber(text)).toBe(number))
