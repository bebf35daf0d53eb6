import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { throttled } from './throttle'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('hands the first one on at once and collects those that follow', () => {
  const seen: string[][] = []
  const happen = throttled<string>(300, (topics) => seen.push([...topics]))
  happen('items')
  vi.advanceTimersByTime(0)
  expect(seen).toEqual([['items']])
  for (let i = 0; i < 1000; i++) happen(i % 2 ? 'items' : 'customers')
  vi.advanceTimersByTime(299)
  expect(seen).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(seen).toEqual([['items'], ['customers', 'items']])
})
