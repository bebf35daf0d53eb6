import type { Window } from './lanes'

/** How many series can be told apart. */
export const MOST_SERIES = 6

/** What one series has in a column. */
export type Part = { readonly series: string; readonly value: number }

/** What was counted from one instant on, for as long as every column takes. */
export type Column = {
  /** An instant, in milliseconds. */
  readonly at: number
  /** From the bottom up. */
  readonly parts: readonly Part[]
  /** It needs a look. */
  readonly marked: boolean
  /** What it says, in words. */
  readonly title: string
}

/** A part as it is drawn, in pixels. */
export type Block = {
  readonly series: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How a chart is measured: so many pixels for a time, and for values up to `top`. */
export type Plot = { readonly window: Window; readonly top: number; readonly width: number; readonly height: number }

const MINUTE = 60_000
/** What is narrower than this can't be told from its neighbour. */
const NARROWEST = 5
/** Between two columns. */
const GAP = 1

/** How many minutes a column takes, so that each can be seen. */
export function minutesOf({ from, to }: Window, width: number): number {
  const most = Math.max(1, Math.floor(width / NARROWEST))
  const minutes = (to - from) / MINUTE
  return [1, 2, 5, 10, 15, 30, 60, 120, 180, 360].find((step) => minutes / step <= most) ?? 720
}

/** The round number up to which a chart goes that shows `most`. */
export function topOf(most: number): number {
  if (most <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(most))
  const share = [1, 2, 4, 5, 8].find((one) => one * power >= most) ?? 10
  return share * power
}

/** Where a value stands, from above. */
export const heightAt = ({ top, height }: Plot, value: number) => height - (Math.min(value, top) / top) * height

/** Where an instant stands. */
export const placeOf = ({ window: { from, to }, width }: Plot, at: number) => ((at - from) / (to - from)) * width

/** The parts of a column of `minutes`, one upon the other; what is nothing is not drawn. */
export function blocksOf({ at, parts }: Column, plot: Plot, minutes: number): readonly Block[] {
  const x = placeOf(plot, at)
  const { from, to } = plot.window
  const width = Math.max(1, (minutes * MINUTE * plot.width) / (to - from) - GAP)
  let below = 0
  return parts.flatMap(({ series, value }) => {
    const bottom = heightAt(plot, below)
    below += value
    const y = heightAt(plot, below)
    return bottom > y ? [{ series, x, y, width, height: bottom - y }] : []
  })
}
