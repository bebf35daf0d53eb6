import { post } from '@/api/client'
import { useStarted, type Started } from '@/areas/jobs/started'
import { groupedByShop, type OfShop } from './groupedByShop'

/** Starts a task for records of any shops: a run is of one shop, so there is one for each of theirs. */
export function useRunByShop() {
  const tell = useStarted()
  return async (path: string, records: readonly OfShop[], caption: string, options: Readonly<object> = {}) => {
    for (const ids of groupedByShop(records)) tell(await post<Started>(path, { ...options, ids }), caption)
  }
}
