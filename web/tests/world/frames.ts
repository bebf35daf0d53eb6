import type { Locator } from 'playwright-core'

/** How a list is scrolled while its frames are counted. */
export type Ride = {
  /** Pixels a second, down, and from the end up again. Nothing moves at 0; at Infinity it stays at the end. */
  readonly speed: number
  /** How long at most. */
  readonly seconds: number
  /** It is over when so many rows are loaded. */
  readonly until?: number
}

/** What a ride was like. */
export type Ridden = {
  /** How long each frame took, in milliseconds. */
  readonly frames: readonly number[]
  /** The tasks that held the page for more than 50 milliseconds. */
  readonly longTasks: readonly number[]
  /** The most rows that were in the document at a time. */
  readonly rowsInDom: number
  /** How many rows were loaded in the end. */
  readonly rowsLoaded: number
}

/** Scrolls `grid` from its beginning, and notes how long each frame takes. */
export function ride(grid: Locator, along: Ride): Promise<Ridden> {
  return grid.evaluate(async (scroller, { speed, seconds, until }) => {
    const longTasks: number[] = []
    const observer = new PerformanceObserver((list) =>
      longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    )
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const shown = scroller.querySelectorAll<HTMLElement>('[role="rowgroup"]:last-child > [role="row"]')
    const height = shown[0]?.offsetHeight ?? 1
    const rows = scroller.querySelector<HTMLElement>('[role="rowgroup"]:last-child')
    const rowsLoaded = () => Math.round((rows?.offsetHeight ?? 0) / height)
    const to = (gone: number) => {
      const way = Math.max(1, scroller.scrollHeight - scroller.clientHeight)
      if (!Number.isFinite(speed)) return way
      return gone % (2 * way) < way ? gone % way : way - (gone % way)
    }
    scroller.scrollTop = 0
    await frame()
    await frame()
    observer.observe({ type: 'longtask' })
    const frames: number[] = []
    let rowsInDom = 0
    const start = await frame()
    for (let last = start; last - start < seconds * 1_000 && rowsLoaded() < (until ?? Infinity);) {
      // By the clock and not by the frame: after a frame that comes late there is further to go.
      if (speed) scroller.scrollTop = to(((last - start) / 1_000) * speed)
      const now = await frame()
      frames.push(now - last)
      rowsInDom = Math.max(rowsInDom, rows?.childElementCount ?? 0)
      last = now
    }
    observer.disconnect()
    return { frames, longTasks, rowsInDom, rowsLoaded: rowsLoaded() }
  }, along)
}

/** A ride in a few figures, before a screen that shows a picture every `frame` milliseconds. */
export function summed({ frames, longTasks, rowsInDom }: Ridden, frame: number) {
  const sorted = frames.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const over = (limit: number) => frames.filter((time) => time > limit).length / Math.max(1, frames.length)
  return {
    seconds: frames.reduce((sum, time) => sum + time, 0) / 1_000,
    frames: frames.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    late: over(frame * 1.5),
    over50: over(50),
    longTasks: longTasks.length,
    longestTask: Math.max(0, ...longTasks),
    rowsInDom,
  }
}
