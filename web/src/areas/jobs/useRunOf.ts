import { useQuery } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { Row } from '@/api/fields'
import type { Page } from '@/api/record'

/** Events say when something changes; a lost event must not leave anyone waiting. */
const LOOK_AGAIN = 1_500

type Run = Row<'jobQueueLogEntries'>

const hasEnded = (run: Run | null | undefined) =>
  Boolean(run) && run?.result !== 'In Process' && run?.result !== 'Given Back'

/** The newest run of a job queue entry, followed while it runs. The entry itself may be gone when it has ended. */
export function useRunOf(entryId: string) {
  const filter = new URLSearchParams({
    $filter: `jobQueueEntryId eq ${entryId}`,
    $orderby: 'startDateTime desc',
    $top: '1',
  })
  const { data: run, error } = useQuery({
    queryKey: ['jobQueueLogEntries', 'newest', entryId],
    queryFn: ({ signal }) =>
      get<Page<Run>>(`/jobQueueLogEntries?${filter}`, signal).then(({ value }) => value[0] ?? null),
    refetchInterval: ({ state }) => (hasEnded(state.data) ? false : LOOK_AGAIN),
  })
  const ended = hasEnded(run)
  const refetchInterval = ended ? false : LOOK_AGAIN
  // Asked as a list: an entry that is done with may be gone, and that is no failure.
  const { data: entry } = useQuery({
    queryKey: ['jobQueueEntries', 'followed', entryId],
    queryFn: ({ signal }) =>
      get<Page<Row<'jobQueueEntries'>>>(`/jobQueueEntries?$filter=id eq ${entryId}`, signal).then(
        ({ value }) => value[0] ?? null,
      ),
    refetchInterval,
  })
  const { progressDone = 0, progressTotal = 0, progressText = '' } = entry ?? {}
  return {
    run: run ?? undefined,
    ended,
    error,
    progress: { done: progressDone, total: progressTotal, text: progressText },
  }
}
