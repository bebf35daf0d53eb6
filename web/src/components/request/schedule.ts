import { instantOf } from '@/components/input/instant'

/** The days of the week, Monday first, by the names that the API gives them. */
export const DAYS = [
  'runOnMonday',
  'runOnTuesday',
  'runOnWednesday',
  'runOnThursday',
  'runOnFridays',
  'runOnSaturdays',
  'runOnSundays',
] as const
export type Day = (typeof DAYS)[number]

/** When a request is run: as the form holds it. Times are those of the wall. */
export type Schedule = {
  readonly when: 'now' | 'once' | 'recurring'
  /** Of a single run later. */
  readonly date: string
  readonly time: string
  /** Of runs that recur. */
  readonly days: readonly Day[]
  readonly startingTime: string
  readonly endingTime: string
  readonly minutes: number | undefined
}

/** What a request page begins with: now; and if it is to recur, every quarter of an hour on weekdays. */
export const NOW: Schedule = {
  when: 'now',
  date: '',
  time: '',
  days: DAYS.slice(0, 5),
  startingTime: '',
  endingTime: '',
  minutes: 15,
}

/** The longest distance between two runs: a year. */
const MOST_MINUTES = 525_600

/** What is missing or can't be, by field, as a key of our texts. */
export type ScheduleFaults = Readonly<
  Partial<Record<'date' | 'days' | 'minutes', 'dateMissing' | 'datePast' | 'daysMissing' | 'minutesWrong'>>
>

/** What is wrong with a schedule at the instant `now`. */
export function scheduleFaults(schedule: Schedule, zone: string, now: number): ScheduleFaults {
  if (schedule.when === 'once') {
    if (!schedule.date) return { date: 'dateMissing' }
    return Date.parse(startOf(schedule, zone)) < now ? { date: 'datePast' } : {}
  }
  if (schedule.when === 'recurring') {
    const { days, minutes } = schedule
    const right = minutes === undefined || (Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_MINUTES)
    return {
      ...(days.length ? {} : { days: 'daysMissing' as const }),
      ...(right ? {} : { minutes: 'minutesWrong' as const }),
    }
  }
  return {}
}

const startOf = ({ date, time }: Schedule, zone: string) => instantOf({ date, time: time || '00:00' }, zone)

/** The schedule as a job queue entry says it. A schedule that recurs without minutes runs once on each of its days. */
export function entryFields(schedule: Schedule, zone: string): Readonly<Record<string, unknown>> {
  switch (schedule.when) {
    case 'now':
      return { timeZone: zone }
    case 'once':
      return { timeZone: zone, earliestStartDateTime: startOf(schedule, zone) }
    case 'recurring':
      return {
        timeZone: zone,
        ...Object.fromEntries(DAYS.map((day) => [day, schedule.days.includes(day)])),
        ...(schedule.startingTime ? { startingTime: withSeconds(schedule.startingTime) } : {}),
        ...(schedule.endingTime ? { endingTime: withSeconds(schedule.endingTime) } : {}),
        ...(schedule.minutes === undefined ? {} : { numberOfMinutesBetweenRuns: schedule.minutes }),
      }
  }
}

const withSeconds = (time: string) => (time.length === 5 ? `${time}:00` : time)

/** The days with one of them put in or taken out, in the order of the week. */
export function toggled(days: readonly Day[], day: Day): readonly Day[] {
  return DAYS.filter((one) => (one === day) !== days.includes(one))
}
