import { expect, test } from 'vitest'
import { sumOf } from './sumOf'

test('amounts are added to the cent', () => {
  expect(sumOf([0.1, 0.2])).toBe(0.3)
  expect(sumOf([1234567.89, -0.01])).toBe(1234567.88)
})
