/** The days that a short form is read against, as `2026-11-24`. */
export type Days = {
  /** Of the clock. */
  readonly today: string
  /** On which the user works. */
  readonly workDate: string
}

const WORDS: Readonly<Record<string, keyof Days>> = {
  t: 'today',
  today: 'today',
  i: 'today',
  idag: 'today',
  w: 'workDate',
  workdate: 'workDate',
  a: 'workDate',
  arbeidsdato: 'workDate',
}

/**
 * Reads a date as people of Business Central write it, the day first: `t` (today), `w` (the work date), `25`, `2511`,
 * `251126`, `25112026`, `25.11`, `25/11/26`, `25.11.2026`, or `2026-11-25`. Behind a word may stand days to be added,
 * as `t+14` or `w-1`. What is left out is that of the work date. Gives `2026-11-25`; nothing, if it is no date.
 */
export function parseDate(text: string, days: Days): string | undefined {
  const written = text.trim().toLowerCase()
  return iso(written) ?? word(written, days) ?? digits(written, days) ?? separated(written, days)
}

function iso(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return day ? date(day, month, year, '') : undefined
}

function word(text: string, days: Days): string | undefined {
  const [, name = '', sign = '+', count = '0'] = /^([a-z]+)(?:\s*([+-])\s*(\d{1,4})d?)?$/.exec(text) ?? []
  const base = WORDS[name]
  return base && moved(days[base], Number(`${sign}${count}`))
}

function digits(text: string, { workDate }: Days): string | undefined {
  const [, day, month, year] = /^(\d{1,2})(?:(?<=^\d\d)(\d{2}))?(\d{2}|\d{4})?$/.exec(text) ?? []
  return day && (month || !year) ? date(day, month, year, workDate) : undefined
}

function separated(text: string, { workDate }: Days): string | undefined {
  const [, day, , month, year] = /^(\d{1,2})([./-])(?:(\d{1,2})(?:\2(\d{2}|\d{4}))?)?\2?$/.exec(text) ?? []
  return day ? date(day, month, year, workDate) : undefined
}

/** A day that is there, with what is left out taken from `base`. */
function date(day: string, month: string | undefined, year: string | undefined, base: string): string | undefined {
  const [baseYear = '', baseMonth = ''] = base.split('-')
  const full = year === undefined ? baseYear : year.length === 2 ? `20${year}` : year
  const written = `${full}-${(month ?? baseMonth).padStart(2, '0')}-${day.padStart(2, '0')}`
  const found = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(written) ? written : undefined
}

/** The day so many days after another. */
export function moved(day: string, count: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + count)
  return moved.toISOString().slice(0, 10)
}
