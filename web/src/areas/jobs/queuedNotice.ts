import type { TFunction } from 'i18next'
import type { Started } from './started'

type Queued = { readonly text: string; readonly to: string }

/** What is said of entries that were queued, and the page where their runs are found, now and when they are done with. */
export function queuedNotice(t: TFunction, started: readonly Started[], caption: string): Queued {
  const [first] = started
  if (started.length !== 1 || !first) {
    return { text: t('jobs.queuedMany', { caption, jobs: started.length }), to: '/job-queue' }
  }
  const text = first.alreadyQueued ? t('jobs.alreadyQueued', { caption }) : t('jobs.queued', { caption })
  return { text, to: `/job-queue-log?filter.jobQueueEntryId=${first.entry}` }
}
