import type { TFunction } from 'i18next'
import { MOST_SERIES, type Column } from '@/components/chart/columns'
import type { Window } from '@/components/chart/lanes'
import type { Series } from '@/components/chart/StackedColumns'
import { taskCaption } from '@/i18n/captions'
import type { Format } from '@/i18n/format'

/** What an object has spent of a store's budget within a minute. */
export type Usage = {
  /** When the minute began. */
  readonly minute: string
  /** The object, as 30104; 0 when it was no task. */
  readonly objectId: number
  readonly calls: number
  readonly points: number
  /** How many of the calls the store refused, since there were no points left. */
  readonly throttled: number
}

const MINUTE = 60_000
/** What stands for the objects that spent least. */
const OTHERS = 'others'

type Total = { readonly objectId: number; calls: number; points: number; throttled: number }

function totalsOf(rows: readonly Usage[]): Total[] {
  const totals = new Map<number, Total>()
  for (const { objectId, calls, points, throttled } of rows) {
    const total = totals.get(objectId) ?? { objectId, calls: 0, points: 0, throttled: 0 }
    total.calls += calls
    total.points += points
    total.throttled += throttled
    totals.set(objectId, total)
  }
  return [...totals.values()].sort((a, b) => b.points - a.points || a.objectId - b.objectId)
}

/** Which object is drawn as which series: those that spent most have one each, and the rest share one. */
function keysOf(totals: readonly Total[]): (objectId: number) => string {
  const alone = totals.length <= MOST_SERIES ? totals : totals.slice(0, MOST_SERIES - 1)
  const own = new Set(alone.map(({ objectId }) => objectId))
  return (objectId) => (own.has(objectId) ? String(objectId) : OTHERS)
}

/** Who has spent how much, the most first. */
export function spendersOf(rows: readonly Usage[], t: TFunction, format: Format): readonly Series[] {
  const totals = totalsOf(rows)
  const key = keysOf(totals)
  const told = (some: readonly Total[]) => {
    const sum = (of: 'calls' | 'points' | 'throttled') => some.reduce((all, total) => all + total[of], 0)
    const parts = [
      t('shopifyLog.usagePoints', { count: sum('points'), shown: format.number(sum('points')) }),
      t('shopifyLog.usageCalls', { count: sum('calls'), shown: format.number(sum('calls')) }),
      sum('throttled') && t('shopifyLog.usageThrottled', { count: sum('throttled') }),
    ]
    return parts.filter(Boolean).join(', ')
  }
  const alone = totals.filter(({ objectId }) => key(objectId) !== OTHERS)
  const others = totals.filter(({ objectId }) => key(objectId) === OTHERS)
  const series = alone.map((total) => ({
    key: key(total.objectId),
    label: objectName(total.objectId, t),
    told: told([total]),
  }))
  return others.length ? [...series, { key: OTHERS, label: t('shopifyLog.usageOthers'), told: told(others) }] : series
}

/** What an object is called; 0 is none. */
export const objectName = (objectId: number, t: TFunction) =>
  objectId === 0 ? t('shopifyLog.usageNoTask') : taskCaption(t, objectId, '')

/** What was spent in each `minutes`, as points a minute: so that it compares with what the store restores. */
export function columnsOf(
  rows: readonly Usage[],
  { from, to }: Window,
  minutes: number,
  t: TFunction,
  format: Format,
): readonly Column[] {
  const totals = totalsOf(rows)
  const key = keysOf(totals)
  const order = new Map<string, number>(totals.map(({ objectId }, index) => [key(objectId), index]))
  const columns = new Map<number, { values: Map<string, number>; throttled: number }>()
  for (const { minute, objectId, points, throttled } of rows) {
    const at = Date.parse(minute)
    if (at < from || at >= to) continue
    const start = from + Math.floor((at - from) / (minutes * MINUTE)) * minutes * MINUTE
    const column = columns.get(start) ?? { values: new Map<string, number>(), throttled: 0 }
    const series = key(objectId)
    column.values.set(series, (column.values.get(series) ?? 0) + points / minutes)
    column.throttled += throttled
    columns.set(start, column)
  }
  return [...columns].map(([at, { values, throttled }]) => {
    const parts = [...values]
      .sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .map(([series, value]) => ({ series, value }))
    const sum = Math.round(parts.reduce((all, { value }) => all + value, 0))
    const title = [
      format.dateTime(new Date(at).toISOString()),
      t('shopifyLog.usageRate', { count: sum, shown: format.number(sum) }),
      throttled && t('shopifyLog.usageThrottled', { count: throttled }),
    ]
    return { at, parts, marked: throttled > 0, title: title.filter(Boolean).join(' · ') }
  })
}
