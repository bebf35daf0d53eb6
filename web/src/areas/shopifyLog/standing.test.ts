import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { formatIn } from '@/i18n/format'
import { moves } from './budgets'
import { levelOf, waitingOf } from './standing'

const t = ((key: string, values: object = {}) =>
  [key, ...(Object.values(values) as unknown[])].join(' ')) as unknown as TFunction
const format = formatIn('en')

it('says how many of its points a store has left, once the store has said how many there are', () => {
  expect(levelOf({ known: true, level: 1_240, maximum: 2_000 }, t, format)).toBe('shopifyLog.budgetLevel 1,240 2,000')
  expect(levelOf({ known: false, level: 1_000, maximum: 1_000 }, t, format)).toBe('shopifyLog.budgetUnknown')
})

it('says what calls wait for, and for how long yet', () => {
  expect(waitingOf({ waiting: 0, waitSeconds: 0 }, t, format)).toBe('shopifyLog.budgetNobody')
  expect(waitingOf({ waiting: 500, waitSeconds: 0 }, t, format)).toBe('shopifyLog.usagePoints 500 500')
  expect(waitingOf({ waiting: 500, waitSeconds: 90 }, t, format)).toBe(
    'shopifyLog.budgetWaits shopifyLog.usagePoints 500 500 1 min 30 s',
  )
})

it('is looked at again as long as points run in, or are held or waited for', () => {
  const full = { level: 2_000, maximum: 2_000, held: 0, waiting: 0 }
  expect(moves(full)).toBe(false)
  expect(moves({ ...full, level: 1_999 })).toBe(true)
  expect(moves({ ...full, held: 1 })).toBe(true)
  expect(moves({ ...full, waiting: 1 })).toBe(true)
})
