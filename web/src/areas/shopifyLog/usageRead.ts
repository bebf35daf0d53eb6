import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readAll } from '@/api/everything'
import type { Row } from '@/api/fields'
import { literal } from '@/api/record'
import type { Window } from '@/components/chart/lanes'
import type { Usage } from './usage'

export type UsageRow = Row<'shopifyApiUsage'>

const MINUTE = 60_000
/** What is older than this stays as it is, and is read once. */
const STEP = 15 * MINUTE
/** For so long a minute that has ended may still be added to. */
const LATE = 2 * MINUTE
/** A day of ten tasks. */
const MOST = 15_000
const FIELDS = 'id,shopCode,objectId,startDateTime,calls,throttled,requestedPoints,chargedPoints,lowestAvailable'

/** The time up to which nothing changes any more, and the time from which on is read again and again: they overlap. */
export function partsOf({ from, to }: Window): { readonly past: Window; readonly present: number } {
  const settled = Math.floor((to - LATE) / STEP) * STEP
  return { past: { from: Math.floor(from / STEP) * STEP, to: settled }, present: settled - STEP }
}

/** The rows of a window, each once and as it was read last, the newest first. */
export function within({ from, to }: Window, past: readonly UsageRow[], present: readonly UsageRow[]): UsageRow[] {
  const rows = new Map([...past, ...present].map((row) => [row.id, row]))
  const start = ({ startDateTime }: UsageRow) => Date.parse(startDateTime ?? '')
  const inside = [...rows.values()].filter((row) => start(row) >= from && start(row) < to)
  return inside.sort((a, b) => start(b) - start(a) || (b.chargedPoints ?? 0) - (a.chargedPoints ?? 0))
}

/** A row as it is drawn. */
export const usageOf = ({ startDateTime, objectId, calls, chargedPoints, throttled }: UsageRow): Usage => ({
  minute: startDateTime ?? '',
  objectId: objectId ?? 0,
  calls: calls ?? 0,
  points: chargedPoints ?? 0,
  throttled: throttled ?? 0,
})

const read = (store: string, { from, to }: Partial<Window>, signal: AbortSignal) => {
  const bounds = [
    `store eq ${literal(store)}`,
    from !== undefined && `startDateTime ge ${new Date(from).toISOString()}`,
    to !== undefined && `startDateTime lt ${new Date(to).toISOString()}`,
  ]
  const filter = bounds.filter(Boolean).join(' and ')
  return readAll<UsageRow>(
    'shopifyApiUsage',
    { $filter: filter, $orderby: 'startDateTime desc', $select: FIELDS },
    MOST,
    signal,
  )
}

/** What a store's budget was used for within a window, the newest first. */
export function useUsage(store: string, window: Window) {
  const { past, present } = partsOf(window)
  // It does not begin with the topic: what is past is not read again whenever something is spent.
  const before = useQuery({
    queryKey: ['pastUsage', store, past.from, past.to],
    queryFn: ({ signal }) => read(store, past, signal),
    enabled: store !== '',
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })
  const since = useQuery({
    queryKey: ['shopifyApiUsage', store, present],
    queryFn: ({ signal }) => read(store, { from: present }, signal),
    enabled: store !== '',
    placeholderData: keepPreviousData,
  })
  const { from, to } = window
  const rows = useMemo(
    () => before.data && since.data && within({ from, to }, before.data, since.data),
    [before.data, since.data, from, to],
  )
  const refetch = () => void Promise.all([before.refetch(), since.refetch()])
  return { rows, error: before.error ?? since.error, refetch }
}
