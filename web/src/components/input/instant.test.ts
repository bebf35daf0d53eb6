import { describe, expect, it } from 'vitest'
import { instantOf, wallOf } from './instant'

const oslo = 'Europe/Oslo'

describe('what stands on the wall', () => {
  it('is that of the zone, not of the browser', () => {
    expect(wallOf('2026-11-24T23:30:00Z', oslo)).toEqual({ date: '2026-11-25', time: '00:30' })
    expect(wallOf('2026-11-24T23:30:00Z', 'America/New_York')).toEqual({ date: '2026-11-24', time: '18:30' })
  })

  it.each([
    ['2026-11-25', '08:00', '2026-11-25T07:00:00.000Z'],
    ['2026-07-01', '08:00', '2026-07-01T06:00:00.000Z'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ])('%s %s in Oslo is %s', (date, time, instant) => {
    expect(instantOf({ date, time }, oslo)).toBe(instant)
    expect(wallOf(instant, oslo)).toEqual({ date, time })
  })

  it('leapt over is the first instant after', () => {
    expect(instantOf({ date: '2026-03-29', time: '02:30' }, oslo)).toBe('2026-03-29T01:00:00.000Z')
  })

  it('that comes twice is the first', () => {
    expect(instantOf({ date: '2026-10-25', time: '02:30' }, oslo)).toBe('2026-10-25T00:30:00.000Z')
  })
})
