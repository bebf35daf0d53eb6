import { expect, test } from 'vitest'
import { isForSupport } from './forSupport'

test('a call is for the support of Shopify when the fault was theirs, for two weeks', () => {
  const now = Date.parse('2026-11-27T12:00:00Z')
  const daysAgo = (days: number) => new Date(now - days * 24 * 60 * 60 * 1000).toISOString()
  expect(isForSupport({ statusCode: 500, dateTime: daysAgo(3) }, now)).toBe(true)
  expect(isForSupport({ statusCode: 503, dateTime: daysAgo(14) }, now)).toBe(true)
  expect(isForSupport({ statusCode: 500, dateTime: daysAgo(15) }, now)).toBe(false)
  expect(isForSupport({ statusCode: 200, dateTime: daysAgo(3) }, now)).toBe(false)
  expect(isForSupport({ statusCode: 403, dateTime: daysAgo(3) }, now)).toBe(false)
  expect(isForSupport({}, now)).toBe(false)
})
