import type { TFunction } from 'i18next'
import type { Row } from '@/api/fields'
import type { Lane, Span } from '@/components/chart/lanes'
import { optionCaption } from '@/i18n/captions'
import type { Format } from '@/i18n/format'
import { taskOf } from './taskOf'
import { runTone } from './tones'

export type Run = Row<'jobQueueLogEntries'>

/** What a lane stands for: a task for one shop, or one entry of the job queue. */
export const groupings = ['task', 'entry', 'category'] as const
export type Grouping = (typeof groupings)[number]

const keyOf = (run: Run, by: Grouping) =>
  by === 'task'
    ? `${run.objectIdToRun} ${run.scope}`
    : by === 'entry'
      ? (run.jobQueueEntryId ?? '')
      : (run.jobQueueCategoryCode ?? '')

function labelOf(run: Run, by: Grouping, t: TFunction): string {
  if (by === 'entry') return run.description || taskOf(run, t)
  if (by === 'category') return run.jobQueueCategoryCode || t('timeline.noCategory')
  return [taskOf(run, t), run.scope].filter(Boolean).join(' · ')
}

/** Runs as lanes, in the order of their names. A run that goes on reaches to `now`. */
export function lanesOf(runs: readonly Run[], by: Grouping, now: number, t: TFunction, format: Format): Lane[] {
  const lanes = new Map<string, { label: string; spans: Span[] }>()
  for (const run of runs) {
    const key = keyOf(run, by)
    const lane = lanes.get(key) ?? { label: labelOf(run, by, t), spans: [] }
    lane.spans.push(spanOf(run, now, t, format))
    lanes.set(key, lane)
  }
  const named = [...lanes].map(([key, lane]) => ({ key, ...lane }))
  return named.sort((a, b) => a.label.localeCompare(b.label))
}

function spanOf(run: Run, now: number, t: TFunction, format: Format): Span {
  const start = Date.parse(run.startDateTime ?? '')
  const end = run.endDateTime ? Date.parse(run.endDateTime) : now
  const title = [
    optionCaption(t, run.result ?? ''),
    format.exact(run.startDateTime ?? ''),
    format.duration(Math.max(0, end - start)),
    run.errorMessage,
  ]
  return { id: run.id ?? '', start, end, tone: runTone(run.result), title: title.filter(Boolean).join(' · ') }
}

/** How many spans of a lane are of each kind, in words, without those of which there are none. */
export function countsOf({ spans }: Lane, t: TFunction): string {
  const of = (tone: Span['tone']) => spans.filter((span) => span.tone === tone).length
  const counts = [
    t('timeline.runs', { count: spans.length }),
    of('bad') && t('timeline.failed', { count: of('bad') }),
    of('warning') && t('timeline.partial', { count: of('warning') }),
    of('busy') && t('timeline.running', { count: of('busy') }),
  ]
  return counts.filter(Boolean).join(', ')
}
