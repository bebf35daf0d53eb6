import { expect, test } from 'vitest'
import { periods } from './period'

test('a return is for the quarter before, over the turn of the year, too', () => {
  const of = (day: string) => Object.fromEntries(periods(day).map(({ name, from, to }) => [name, [from, to]]))
  expect(of('2026-11-26')).toEqual({
    lastQuarter: ['2026-07-01', '2026-09-30'],
    lastMonth: ['2026-10-01', '2026-10-31'],
    thisYear: ['2026-01-01', '2026-12-31'],
  })
  expect(of('2024-03-31').lastQuarter).toEqual(['2023-10-01', '2023-12-31'])
  expect(of('2024-03-31').lastMonth).toEqual(['2024-02-01', '2024-02-29'])
})
