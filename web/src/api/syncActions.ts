import { queryOptions } from '@tanstack/react-query'
import { get } from './client'

/** A sync that is started by its name, as `products`. */
export type SyncAction = {
  readonly name: string
  readonly objectId: number
  readonly caption: string
  readonly inSyncAll: boolean
}

/** Every sync of this installation that is started by its name. */
export const syncActionsQuery = queryOptions({
  queryKey: ['shopifySyncActions'],
  queryFn: ({ signal }) => get<{ value: SyncAction[] }>('/shopifySyncActions', signal).then(({ value }) => value),
  staleTime: Infinity,
})
