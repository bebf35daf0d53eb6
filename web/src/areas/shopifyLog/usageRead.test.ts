import { expect, it } from 'vitest'
import { partsOf, usageOf, within, type UsageRow } from './usageRead'

const NOON = Date.parse('2026-11-24T12:00:00Z')
const MINUTE = 60_000
const row = (id: string, minute: number, more: Partial<UsageRow> = {}): UsageRow => ({
  id,
  startDateTime: new Date(NOON + minute * MINUTE).toISOString(),
  chargedPoints: 10,
  ...more,
})

it('reads again only what may still change, and what is past only when a quarter of an hour has gone by', () => {
  const at = (minute: number) => partsOf({ from: NOON + (minute - 60) * MINUTE, to: NOON + minute * MINUTE })
  expect(at(20)).toEqual({ past: { from: NOON - 45 * MINUTE, to: NOON + 15 * MINUTE }, present: NOON })
  expect(at(29)).toEqual(at(20))
  expect(at(16).past.to, 'the last minutes may still be added to').toBe(NOON)
  const { past, present } = at(32)
  expect(present, 'what was read before and after meets without a gap').toBeLessThanOrEqual(at(20).past.to)
  expect(past.to).toBeGreaterThan(present)
})

it('shows each row once, as it was read last, the newest first', () => {
  const past = [row('a', 0), row('b', 1, { calls: 1 })]
  const present = [row('b', 1, { calls: 5 }), row('c', 2), row('d', 2, { chargedPoints: 90 })]
  const shown = within({ from: NOON, to: NOON + 60 * MINUTE }, past, present)
  expect(shown.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a'])
  expect(shown[2]?.calls).toBe(5)
})

it('leaves out what was read for another window', () => {
  const rows = [row('before', -1), row('in', 0), row('after', 10)]
  expect(within({ from: NOON, to: NOON + 10 * MINUTE }, rows, []).map(({ id }) => id)).toEqual(['in'])
})

it('draws the points that were charged, not those that were asked for', () => {
  const used = row('a', 0, { objectId: 30104, calls: 3, chargedPoints: 40, requestedPoints: 70, throttled: 1 })
  expect(usageOf(used)).toEqual({
    minute: '2026-11-24T12:00:00.000Z',
    objectId: 30104,
    calls: 3,
    points: 40,
    throttled: 1,
  })
})
