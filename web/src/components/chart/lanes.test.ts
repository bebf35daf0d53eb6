import { describe, expect, it } from 'vitest'
import { barsOf, marksOf, stepOf, type Span } from './lanes'

const HOUR = 3_600_000
const noon = new Date(2026, 10, 24, 12).getTime()
const window = { from: noon - 24 * HOUR, to: noon }
const span = (start: number, end: number, tone: Span['tone'] = 'good'): Span => ({
  id: `${start}`,
  start: noon + start * HOUR,
  end: noon + end * HOUR,
  tone,
  title: '',
})
const lane = (...spans: Span[]) => ({ key: 'a', label: 'A', spans })

describe('a time line', () => {
  it('draws a span where it happened and as long as it took', () => {
    const [bar] = barsOf(lane(span(-12, -6)), window, 240)
    expect(bar).toMatchObject({ x: 120, width: 60 })
  })

  it('shows even what took no time, to the very end', () => {
    const [bar] = barsOf(lane(span(0, 0)), window, 240)
    expect(bar).toMatchObject({ x: 237, width: 3 })
  })

  it('cuts off what began before, and leaves out what ended before', () => {
    const bars = barsOf(lane(span(-30, -25), span(-30, -18)), window, 240)
    expect(bars).toHaveLength(1)
    expect(bars[0]).toMatchObject({ x: 0, width: 60 })
  })

  it('draws a failure over what went well', () => {
    const bars = barsOf(lane(span(-2, -1, 'bad'), span(-3, -1, 'good')), window, 240)
    expect(bars.map(({ span }) => span.tone)).toEqual(['good', 'bad'])
  })

  it('marks whole hours of the wall clock', () => {
    const marks = marksOf({ from: noon - 5.5 * HOUR, to: noon }, 180)
    expect(marks.map((mark) => new Date(mark).getHours())).toEqual([9, 12])
  })

  it('sets its marks so far apart that their times have room', () => {
    expect(stepOf(window, 1200)).toBe(120)
    expect(stepOf(window, 300)).toBe(360)
    expect(stepOf({ from: noon - HOUR, to: noon }, 1200)).toBe(5)
  })
})
