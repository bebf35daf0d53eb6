import { useTranslation } from 'react-i18next'
import { currentLanguage, type Language } from '.'

const locales: Record<Language, string> = { en: 'en-GB', nb: 'nb-NO' }
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()

/** Formatters are dear to make and cheap to keep. */
function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  const found = made.get(key)
  if (found) return found as T
  const formatter = make()
  made.set(key, formatter)
  return formatter
}

const number = (language: Language, least: number, most: number) =>
  kept(
    `${language} ${least} ${most}`,
    () =>
      new Intl.NumberFormat(locales[language], {
        minimumFractionDigits: least,
        maximumFractionDigits: most,
        // Nothing has no sign, also where what is nothing was turned round.
        signDisplay: 'negative',
      }),
  )

const dates = (language: Language, key: string, options: Intl.DateTimeFormatOptions) =>
  kept(`${language} ${key}`, () => new Intl.DateTimeFormat(locales[language], options))

/** How numbers, dates and times look in one language. Blank stays blank. */
export function formatIn(language: Language) {
  const dateTime = (iso: string) =>
    dates(language, 'dateTime', { dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso))
  return {
    /** A quantity or another number. */
    number: (value: number) => number(language, 0, 5).format(value),
    /** An amount of money, with its currency where it is known. */
    amount: (value: number, currency?: string) =>
      number(language, 2, 2).format(value) + (currency ? `\u00a0${currency}` : ''),
    /** A day, given as `2026-11-25`. */
    date: (iso: string) =>
      dates(language, 'date', { dateStyle: 'short', timeZone: 'UTC' }).format(
        new Date(`${iso.slice(0, 10)}T00:00:00Z`),
      ),
    /** An instant, in the zone of the person who looks. */
    dateTime,
    /** An instant to the second. */
    exact: (iso: string) => dates(language, 'exact', { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(iso)),
    /** A day in words, as *Tuesday 24 November*. */
    longDate: (iso: string) =>
      capital(
        dates(language, 'long', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
          new Date(`${iso.slice(0, 10)}T00:00:00Z`),
        ),
      ),
    /** A time of day, given as `08:00:00`. */
    time: (iso: string) => iso.slice(0, 5),
    /** The time of day of an instant, in the zone of the person who looks. */
    clock: (iso: string) => dates(language, 'clock', { timeStyle: 'short' }).format(new Date(iso)),
    /** How long something took. */
    duration: (milliseconds: number) => duration(milliseconds, (n) => number(language, 0, 1).format(n)),
    /** How far an instant is from `now`, as *5 minutes ago*. */
    relative: (iso: string, now: number) => relative(language, new Date(iso).getTime() - now),
  }
}

/** It stands alone, as a sentence does. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function duration(milliseconds: number, format: (n: number) => string): string {
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${format(Math.round(seconds * 10) / 10)} s`
  const minutes = Math.floor(seconds / 60)
  const rest = Math.round(seconds % 60)
  if (minutes < 60) return `${minutes} min ${rest} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

function relative(language: Language, milliseconds: number): string {
  const formatter = kept(
    `${language} relative`,
    () => new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }),
  )
  const seconds = Math.round(milliseconds / 1000)
  const size = Math.abs(seconds)
  if (size < 60) return formatter.format(seconds, 'second')
  if (size < 3600) return formatter.format(Math.round(seconds / 60), 'minute')
  if (size < 86_400) return formatter.format(Math.round(seconds / 3600), 'hour')
  return formatter.format(Math.round(seconds / 86_400), 'day')
}

export type Format = ReturnType<typeof formatIn>

const formats: Record<Language, Format> = { en: formatIn('en'), nb: formatIn('nb') }

/** The formats of the language that is shown; the same object as long as that is. */
export function useFormat(): Format {
  useTranslation()
  return formats[currentLanguage()]
}
