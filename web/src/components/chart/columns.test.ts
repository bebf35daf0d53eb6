import { describe, expect, it } from 'vitest'
import { blocksOf, heightAt, minutesOf, topOf, type Column } from './columns'

const HOUR = 3_600_000
const window = { from: 0, to: HOUR }
const plot = { window, top: 100, width: 600, height: 200 }
const column = (...values: number[]): Column => ({
  at: HOUR / 2,
  parts: values.map((value, index) => ({ series: `s${index}`, value })),
  marked: false,
  title: '',
})

describe('a chart of columns', () => {
  it('sets the parts of a column one upon the other, where its time is', () => {
    const blocks = blocksOf(column(10, 30), plot, 1)
    expect(blocks).toEqual([
      { series: 's0', x: 300, y: 180, width: 9, height: 20 },
      { series: 's1', x: 300, y: 120, width: 9, height: 60 },
    ])
  })

  it('draws nothing where there was nothing', () => {
    expect(blocksOf(column(0, 50, 0), plot, 1).map(({ series }) => series)).toEqual(['s1'])
  })

  it('keeps what is too high within its frame', () => {
    const [block] = blocksOf(column(1_000), plot, 1)
    expect(block).toMatchObject({ y: 0, height: 200 })
    expect(heightAt(plot, 0)).toBe(200)
  })

  it('takes more minutes for a column where there is less room', () => {
    expect(minutesOf(window, 600)).toBe(1)
    expect(minutesOf(window, 100)).toBe(5)
    expect(minutesOf({ from: 0, to: 24 * HOUR }, 1_000)).toBe(10)
    expect(minutesOf({ from: 0, to: 24 * HOUR }, 300)).toBe(30)
  })

  it('ends at a round number, no lower than the highest value', () => {
    expect([0, 1, 3, 90, 4_001, 6_000, 90_000].map(topOf)).toEqual([1, 1, 4, 100, 5_000, 8_000, 100_000])
  })
})
