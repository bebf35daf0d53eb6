import type { Row } from '@/api/fields'
import { defineList } from '@/components/list/definition'
import type { Tone } from '@/components/status/tone'

type Worker = Row<'jobQueueWorkers'>

const toneOf = ({ isLive, ended }: Worker): Tone => (isLive ? 'good' : ended ? 'neutral' : 'bad')

/** The processes that run job queue entries: those that are there, have ended, or were lost. */
export const workersList = defineList({
  entity: 'jobQueueWorkers',
  caption: 'jobQueueWorkers',
  sort: 'seenAt desc',
  columns: [
    { field: 'name', width: 280, narrow: 'title' },
    {
      field: 'isLive',
      caption: 'state',
      width: 140,
      narrow: 'end',
      tone: toneOf,
      text: ({ isLive, ended }, t) => t(isLive ? 'jobs.workerLive' : ended ? 'jobs.workerEnded' : 'jobs.workerLost'),
    },
    { field: 'running', width: 120, text: ({ running = 0, slots = 0 }) => `${running} / ${slots}` },
    { field: 'seenAt', width: 180, narrow: 'detail' },
    { field: 'startedAt', width: 180 },
    { field: 'version', width: 110 },
  ],
  empty: 'emptyWorkers',
  permission: 'JobQueue.Read',
})
