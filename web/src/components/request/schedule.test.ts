import { describe, expect, it } from 'vitest'
import { DAYS, NOW, entryFields, scheduleFaults, toggled, type Schedule } from './schedule'

const zone = 'Europe/Oslo'
const now = Date.parse('2026-11-24T12:00:00Z')
const once: Schedule = { ...NOW, when: 'once', date: '2026-11-25', time: '08:00' }
const recurring: Schedule = { ...NOW, when: 'recurring', startingTime: '08:00', endingTime: '18:00:30' }

describe('a schedule', () => {
  it('that is now says nothing but the zone', () => {
    expect(entryFields(NOW, zone)).toEqual({ timeZone: zone })
  })

  it('that is later begins at the instant that the zone means', () => {
    expect(entryFields(once, zone)).toEqual({ timeZone: zone, earliestStartDateTime: '2026-11-25T07:00:00.000Z' })
  })

  it('that recurs names its days, its window and its minutes', () => {
    expect(entryFields(recurring, zone)).toEqual({
      timeZone: zone,
      runOnMonday: true,
      runOnTuesday: true,
      runOnWednesday: true,
      runOnThursday: true,
      runOnFridays: true,
      runOnSaturdays: false,
      runOnSundays: false,
      startingTime: '08:00:00',
      endingTime: '18:00:30',
      numberOfMinutesBetweenRuns: 15,
    })
  })

  it('says what is missing', () => {
    expect(scheduleFaults({ ...once, date: '' }, zone, now)).toEqual({ date: 'dateMissing' })
    expect(scheduleFaults({ ...once, date: '2026-11-24', time: '12:59' }, zone, now)).toEqual({ date: 'datePast' })
    expect(scheduleFaults({ ...once, date: '2026-11-24', time: '13:01' }, zone, now)).toEqual({})
    expect(scheduleFaults({ ...recurring, days: [], minutes: -1 }, zone, now)).toEqual({
      days: 'daysMissing',
      minutes: 'minutesWrong',
    })
    expect(scheduleFaults({ ...recurring, minutes: undefined }, zone, now)).toEqual({})
  })

  it('keeps its days in the order of the week', () => {
    expect(toggled(['runOnFridays'], 'runOnMonday')).toEqual(['runOnMonday', 'runOnFridays'])
    expect(toggled(DAYS, 'runOnSundays')).toEqual(DAYS.slice(0, 6))
  })
})
