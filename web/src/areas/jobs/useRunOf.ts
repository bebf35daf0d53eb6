import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { get } from '@/api/client'
import type { Row } from '@/api/fields'
import { recordQuery, type Page } from '@/api/record'

/** How far a run has come, where the server says it. */
type Progress = { readonly progressDone?: number; readonly progressTotal?: number; readonly progressText?: string }

/** Events say when something changes; a lost event must not leave anyone waiting. */
const LOOK_AGAIN = 1_500

/** The newest run of a job queue entry, followed while it runs. The entry itself may be gone when it has ended. */
export function useRunOf(entryId: string) {
  const [over, setOver] = useState(false)
  const refetchInterval = over ? false : LOOK_AGAIN
  const { data: entry } = useQuery({ ...recordQuery('jobQueueEntries', entryId), retry: false, refetchInterval })
  const filter = new URLSearchParams({
    $filter: `jobQueueEntryId eq ${entryId}`,
    $orderby: 'startDateTime desc',
    $top: '1',
  })
  const { data: log, error } = useQuery({
    queryKey: ['jobQueueLogEntries', 'newest', entryId],
    queryFn: ({ signal }) => get<Page<Row<'jobQueueLogEntries'>>>(`/jobQueueLogEntries?${filter}`, signal),
    refetchInterval,
  })
  const run = log?.value[0]
  const ended = run !== undefined && run.result !== 'In Process' && run.result !== 'Given Back'
  useEffect(() => setOver(ended), [ended])
  const { progressDone = 0, progressTotal = 0, progressText = '' } = (entry ?? {}) as Progress
  return {
    entry,
    run,
    ended,
    error,
    progress: { done: progressDone, total: progressTotal, text: progressText },
  }
}
