import type { Tone } from '@/components/status/tone'

/** Something that took a while. */
export type Span = {
  readonly id: string
  /** Instants, in milliseconds. */
  readonly start: number
  readonly end: number
  readonly tone: Tone
  /** What it is, in words. */
  readonly title: string
}

/** What happened to one thing, one after another. */
export type Lane = { readonly key: string; readonly label: string; readonly spans: readonly Span[] }

/** The time that is looked at, in milliseconds. */
export type Window = { readonly from: number; readonly to: number }

/** A span as it is drawn, in pixels. */
export type Bar = { readonly span: Span; readonly x: number; readonly width: number }

/** What is shorter than this can't be seen. */
const LEAST = 3

/** Those that need a look are drawn last, over the others. */
const OVER: Readonly<Record<Tone, number>> = { good: 0, neutral: 1, busy: 2, warning: 3, bad: 4 }

/** The bars of a lane on `width` pixels; what lies outside of the window is cut off. */
export function barsOf({ spans }: Lane, { from, to }: Window, width: number): readonly Bar[] {
  const scale = width / (to - from)
  return spans
    .filter(({ start, end }) => end >= from && start <= to)
    .sort((a, b) => OVER[a.tone] - OVER[b.tone])
    .map((span) => {
      const begin = (Math.max(span.start, from) - from) * scale
      const drawn = Math.max(LEAST, (Math.min(span.end, to) - from) * scale - begin)
      return { span, x: Math.min(begin, width - drawn), width: drawn }
    })
}

/** Where the marks of a time line stand: every `step` minutes of the day, as the clock on the wall counts them. */
export function marksOf({ from, to }: Window, step: number): readonly number[] {
  const mark = new Date(from)
  mark.setHours(0, 0, 0, 0)
  const marks: number[] = []
  for (; mark.getTime() <= to; mark.setMinutes(mark.getMinutes() + step)) {
    if (mark.getTime() >= from) marks.push(mark.getTime())
  }
  return marks
}

/** The most marks that `width` pixels bear. */
const MARK_WIDTH = 56

/** How many minutes lie between two marks, so that there is room for their times. */
export function stepOf({ from, to }: Window, width: number): number {
  const most = Math.max(2, Math.floor(width / MARK_WIDTH))
  const minutes = (to - from) / 60_000
  return [5, 10, 15, 30, 60, 120, 180, 360, 720].find((step) => minutes / step <= most) ?? 1440
}
