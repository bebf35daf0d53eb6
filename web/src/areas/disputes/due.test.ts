import { expect, test } from 'vitest'
import type { Row } from '@/api/fields'
import { disputeTone, dueTone } from './due'

const now = Date.parse('2026-11-27T12:00:00Z')

test('evidence that is wanted within a week is a warning, and what was wanted is worse', () => {
  const tone = (status: Row<'shopifyDisputes'>['status'], evidenceDueBy?: string) =>
    dueTone({ status, evidenceDueBy, decided: false }, now)
  expect(tone('Needs Response', '2026-12-04T11:59:59Z')).toBe('warning')
  expect(tone('Needs Response', '2026-12-04T12:00:00Z')).toBe('neutral')
  expect(tone('Needs Response', '2026-11-27T11:59:59Z')).toBe('bad')
  expect(tone('Under Review', '2026-11-26T12:00:00Z')).toBe('neutral')
  expect(tone('Needs Response')).toBe('neutral')
})

test('a status that came later has no tone', () => {
  expect(disputeTone('Won')).toBe('good')
  expect(disputeTone('Settled')).toBe('neutral')
})
