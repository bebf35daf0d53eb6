import { expect, test } from 'vitest'
import { pretty } from './pretty'

test('a request shows its document as it was written, and then what it was given', () => {
  expect(pretty('{"query":"{\\n  shop\\n}","variables":{"first":1}}')).toBe(
    '{\n  shop\n}\n\n{\n  "variables": {\n    "first": 1\n  }\n}',
  )
  expect(pretty('{"query":"{ shop }"}')).toBe('{ shop }')
})

test('JSON has a line for each value, and a page is left as it is', () => {
  expect(pretty('{"data":{"a":1}}')).toBe('{\n  "data": {\n    "a": 1\n  }\n}')
  expect(pretty('<html>')).toBe('<html>')
  expect(pretty('')).toBe('')
})
