import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { queuedNotice } from './queuedNotice'

const t = ((key: string, words: object) => `${key} ${Object.values(words).join(' ')}`) as unknown as TFunction
const queued = (entry: string, alreadyQueued = false) => ({ entry, mode: 'background', alreadyQueued }) as const

it('leads to the log of the one entry that was queued', () => {
  const { text, to } = queuedNotice(t, [queued('e1')], 'Sync Products')
  expect(text).toBe('jobs.queued Sync Products')
  expect(to).toBe('/job-queue-log?filter.jobQueueEntryId=e1')
})

it('says when the same was queued before', () => {
  expect(queuedNotice(t, [queued('e1', true)], 'Sync Products').text).toBe('jobs.alreadyQueued Sync Products')
})

it('counts several entries and leads to the job queue', () => {
  const { text, to } = queuedNotice(t, [queued('e1'), queued('e2', true)], 'Sync All')
  expect(text).toBe('jobs.queuedMany Sync All 2')
  expect(to).toBe('/job-queue')
})
