import { useQuery } from '@tanstack/react-query'
import { send } from '@/api/client'
import { useLater } from './useLater'

const DELAY = 350
const COUNT = 10

/** The next runs of a schedule, as the server computes them from the fields of a job queue entry. */
export function usePreview(schedule: Readonly<Record<string, unknown>>) {
  const asked = useLater({ ...schedule, count: COUNT }, DELAY)
  return useQuery({
    queryKey: ['jobQueueEntries', 'preview', asked],
    queryFn: ({ signal }) =>
      send<{ runs: string[] }>('POST', '/jobQueueEntries/Kobling.preview', { body: asked, signal }).then(
        ({ runs }) => runs,
      ),
    retry: false,
  })
}
