import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { formatIn } from '@/i18n/format'
import { columnsOf, spendersOf, type Usage } from './usage'

const t = ((key: string, { count }: { count?: number } = {}) =>
  count === undefined ? key : `${count} ${key}`) as unknown as TFunction
const format = formatIn('en')
const NOON = Date.parse('2026-11-24T12:00:00Z')
const window = { from: NOON, to: NOON + 3_600_000 }
const used = (minute: number, objectId: number, points: number, throttled = 0): Usage => ({
  minute: new Date(NOON + minute * 60_000).toISOString(),
  objectId,
  calls: 2,
  points,
  throttled,
})

describe('the use of a budget', () => {
  it('names who spent most first, with how much that was', () => {
    const rows = [used(0, 99_001, 10), used(1, 99_002, 40, 3), used(2, 99_002, 5)]
    expect(spendersOf(rows, t, format)).toEqual([
      {
        key: '99002',
        label: '99002',
        told: '45 shopifyLog.usagePoints, 4 shopifyLog.usageCalls, 3 shopifyLog.usageThrottled',
      },
      { key: '99001', label: '99001', told: '10 shopifyLog.usagePoints, 2 shopifyLog.usageCalls' },
    ])
  })

  it('puts those that spent least together, where there are more than can be told apart', () => {
    const six = [1, 2, 3, 4, 5, 6].map((one) => used(0, 99_000 + one, 100 - one))
    expect(spendersOf(six, t, format).map(({ key }) => key)).toHaveLength(6)
    const series = spendersOf([...six, used(0, 99_007, 1)], t, format)
    expect(series.map(({ key }) => key)).toEqual(['99001', '99002', '99003', '99004', '99005', 'others'])
    expect(series[5]?.told).toContain('95 shopifyLog.usagePoints')
  })

  it('says of calls outside of tasks that they are', () => {
    expect(spendersOf([used(0, 0, 1)], t, format)[0]?.label).toBe('shopifyLog.usageNoTask')
  })

  it('is given as points a minute, however long a column takes', () => {
    const rows = [used(0, 99_001, 100), used(3, 99_001, 50), used(5, 99_001, 20)]
    expect(columnsOf(rows, window, 1, t, format).map(({ parts }) => parts[0]?.value)).toEqual([100, 50, 20])
    expect(columnsOf(rows, window, 5, t, format).map(({ at, parts }) => [at - NOON, parts[0]?.value])).toEqual([
      [0, 30],
      [300_000, 4],
    ])
  })

  it('stacks every column in the same order, and marks those with refused calls', () => {
    const rows = [used(0, 99_002, 10), used(0, 99_001, 500), used(1, 99_001, 1, 2), used(1, 99_002, 30)]
    const [first, second] = columnsOf(rows, window, 1, t, format)
    expect(first?.parts.map(({ series }) => series)).toEqual(['99001', '99002'])
    expect(second?.parts.map(({ series }) => series)).toEqual(['99001', '99002'])
    expect([first?.marked, second?.marked]).toEqual([false, true])
    expect(second?.title).toContain('31 shopifyLog.usageRate · 2 shopifyLog.usageThrottled')
  })

  it('leaves out what is not in the time that is shown', () => {
    expect(columnsOf([used(-1, 99_001, 1), used(60, 99_001, 1)], window, 1, t, format)).toEqual([])
  })
})
