/** Collects what happens and hands it on together, at most once every `interval` milliseconds. */
export function throttled<T>(interval: number, flush: (collected: ReadonlySet<T>) => void): (value: T) => void {
  let waiting = new Set<T>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = -Infinity
  const run = () => {
    const collected = waiting
    waiting = new Set()
    timer = undefined
    last = Date.now()
    flush(collected)
  }
  return (value) => {
    waiting.add(value)
    timer ??= setTimeout(run, Math.max(0, Math.min(interval, last + interval - Date.now())))
  }
}
