import { expect, test } from 'vitest'
import { pretty } from './pretty'

test('JSON has a line for each value, and a page is left as it is', () => {
  expect(pretty('{"data":{"a":1}}')).toBe('{\n  "data": {\n    "a": 1\n  }\n}')
  expect(pretty('<html>')).toBe('<html>')
  expect(pretty('')).toBe('')
})
