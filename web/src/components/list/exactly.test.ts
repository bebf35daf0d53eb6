import { expect, it } from 'vitest'
import { exactly } from './exactly'

it('a text is quoted only where a filter would read more than text', () => {
  expect(exactly('#1001')).toBe('#1001')
  expect(exactly('A|B')).toBe("'A|B'")
  expect(exactly("O'NEIL")).toBe("'O''NEIL'")
  expect(exactly('')).toBe("''")
})
