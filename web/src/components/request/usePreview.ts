import { useQuery } from '@tanstack/react-query'
import { send } from '@/api/client'
import { entryFields, type Schedule } from './schedule'
import { useLater } from './useLater'

const DELAY = 350
const COUNT = 10

/** The next runs of a schedule, as the server computes them. */
export function usePreview(schedule: Schedule, zone: string, enabled: boolean) {
  const asked = useLater({ ...entryFields(schedule, zone), count: COUNT }, DELAY)
  return useQuery({
    queryKey: ['jobQueueEntries', 'preview', asked],
    queryFn: ({ signal }) =>
      send<{ runs: string[] }>('POST', '/jobQueueEntries/Kobling.preview', { body: asked, signal }).then(
        ({ runs }) => runs,
      ),
    enabled,
    retry: false,
  })
}
