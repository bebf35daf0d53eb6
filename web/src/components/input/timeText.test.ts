import { describe, expect, it } from 'vitest'
import { parseTime } from './timeText'

describe('a time of day', () => {
  it.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['0930', '09:30'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['093015', '09:30:15'],
    ['9:30:15', '09:30:15'],
    ['23:59', '23:59'],
    ['00:00:00', '00:00'],
  ])('can be written as %s', (text, time) => {
    expect(parseTime(text)).toBe(time)
  })

  it.each(['', '24', '9:60', '930', 'noon', '9:3', '-1'])('is not %j', (text) => {
    expect(parseTime(text)).toBeUndefined()
  })
})
