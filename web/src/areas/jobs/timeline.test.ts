import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { formatIn } from '@/i18n/format'
import { countsOf, lanesOf, type Run } from './timeline'

const t = ((key: string, { count }: { count?: number } = {}) =>
  count === undefined ? key : `${count} ${key}`) as unknown as TFunction
const format = formatIn('en')
const NOW = Date.parse('2026-11-24T12:00:00Z')
const run = (id: string, more: Partial<Run>): Run => ({
  id,
  objectIdToRun: 99_999,
  objectCaptionToRun: 'Count Sheep',
  scope: 'DEMO',
  jobQueueEntryId: 'entry-1',
  description: 'Count them daily',
  result: 'Success',
  startDateTime: '2026-11-24T10:00:00Z',
  endDateTime: '2026-11-24T10:00:30Z',
  ...more,
})

describe('the time line of runs', () => {
  it('has a lane for each task of each shop', () => {
    const runs = [run('1', {}), run('2', { scope: 'NORD' }), run('3', { jobQueueEntryId: 'entry-2' })]
    const lanes = lanesOf(runs, 'task', NOW, t, format)
    expect(lanes.map(({ label, spans }) => [label, spans.length])).toEqual([
      ['Count Sheep · DEMO', 2],
      ['Count Sheep · NORD', 1],
    ])
  })

  it('has a lane for each entry, or for each category', () => {
    const runs = [run('1', {}), run('2', { jobQueueEntryId: 'entry-2', jobQueueCategoryCode: 'SHPFY' })]
    expect(lanesOf(runs, 'entry', NOW, t, format).map(({ key }) => key)).toEqual(['entry-1', 'entry-2'])
    expect(lanesOf(runs, 'category', NOW, t, format).map(({ label }) => label)).toEqual([
      'SHPFY',
      'timeline.noCategory',
    ])
  })

  it('lets a run that goes on reach to now', () => {
    const [lane] = lanesOf([run('1', { result: 'In Process', endDateTime: null })], 'task', NOW, t, format)
    expect(lane?.spans[0]).toMatchObject({ end: NOW, tone: 'busy' })
  })

  it('counts what went wrong, and says nothing of what did not happen', () => {
    const runs = [run('1', {}), run('2', { result: 'Error' }), run('3', { result: 'Cancelled' })]
    const [lane] = lanesOf(runs, 'task', NOW, t, format)
    expect(lane && countsOf(lane, t)).toBe('3 timeline.runs, 1 timeline.failed')
  })
})
