/** From one day to another, both included, as `2026-11-25`. */
export type Period = { readonly from: string; readonly to: string }

/** A period that returns are made for, by name. */
export type NamedPeriod = Period & { readonly name: 'lastQuarter' | 'lastMonth' | 'thisYear' }

/** The periods that a return made on `day` may be for; the first is what the one-stop shop asks for. */
export function periods(day: string): readonly [NamedPeriod, ...NamedPeriod[]] {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const quarter = Math.floor((month - 1) / 3) * 3
  return [
    { name: 'lastQuarter', from: iso(year, quarter - 3, 1), to: iso(year, quarter, 0) },
    { name: 'lastMonth', from: iso(year, month - 2, 1), to: iso(year, month - 1, 0) },
    { name: 'thisYear', from: iso(year, 0, 1), to: iso(year, 12, 0) },
  ]
}

/** The day of a month that is counted from 0; day 0 is the last one of the month before. */
const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
