const MINUTE = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** What stands on the wall in a zone. */
export type Wall = {
  /** As `2026-11-25`. */
  readonly date: string
  /** As `08:00`. */
  readonly time: string
}

/** What stands on the wall in `zone` at an instant; to the minute. */
export function wallOf(instant: string, zone: string): Wall {
  let format = formats.get(zone)
  if (!format) {
    const shown = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
    format = new Intl.DateTimeFormat('en-GB', { ...shown, timeZone: zone, hourCycle: 'h23' })
    formats.set(zone, format)
  }
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

/**
 * The instant at which `wall` stands on the wall in `zone`. Of a time that comes twice it is the first; of one that is
 * leapt over, the first instant after the leap.
 */
export function instantOf(wall: Wall, zone: string): string {
  const local = Date.parse(`${wall.date}T${wall.time.slice(0, 5)}:00Z`)
  const candidates = [local - offset(local - 24 * 60 * MINUTE, zone), local - offset(local + 24 * 60 * MINUTE, zone)]
  const fits = (at: number) => at + offset(at, zone) === local
  const found = candidates.filter(fits).sort((a, b) => a - b)[0] ?? leap(Math.min(...candidates), zone)
  return new Date(found).toISOString()
}

/** How far the wall of `zone` is before UTC at an instant, in milliseconds. */
function offset(at: number, zone: string): number {
  const { date, time } = wallOf(new Date(at).toISOString(), zone)
  return Date.parse(`${date}T${time}:00Z`) - Math.floor(at / MINUTE) * MINUTE
}

/** The first minute after `at` from which the offset is another. */
function leap(at: number, zone: string): number {
  const before = offset(at, zone)
  for (let minute = 1; minute <= 24 * 60; minute++) {
    if (offset(at + minute * MINUTE, zone) !== before) return at + minute * MINUTE
  }
  return at
}
