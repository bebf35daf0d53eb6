import { useCardContext } from '@/components/card/context'
import { NextRuns } from '@/components/request/NextRuns'
import { DAYS } from '@/components/request/schedule'

const FIELDS = [
  ...DAYS,
  'earliestStartDateTime',
  'expirationDateTime',
  'startingTime',
  'endingTime',
  'numberOfMinutesBetweenRuns',
  'nextRunDateFormula',
  'scheduleMode',
  'timeZone',
]

/** When the entry of the card around runs next, as it stands there, saved or not. */
export function EntrySchedule() {
  const { record, draft } = useCardContext()
  const { timeZone } = record
  const now = { ...record, ...draft }
  const schedule = Object.fromEntries(FIELDS.flatMap((name) => (now[name] == null ? [] : [[name, now[name]]])))
  const recurs = DAYS.some((day) => now[day] === true) || Boolean(now.nextRunDateFormula)
  if (!recurs || typeof timeZone !== 'string') return null
  return <NextRuns schedule={schedule} zone={timeZone} />
}
