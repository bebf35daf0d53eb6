import { queryOptions } from '@tanstack/react-query'
import { get } from './client'

/** A task that can be run: its name, and what its request page asks. */
export type JobQueueObject = {
  readonly objectId: number
  readonly caption: string
  readonly category: string
  readonly perShop: boolean
}

/** Every task that this installation can run. */
export const jobQueueObjectsQuery = queryOptions({
  queryKey: ['jobQueueObjects'],
  queryFn: ({ signal }) => get<{ value: JobQueueObject[] }>('/jobQueueObjects', signal).then(({ value }) => value),
  staleTime: Infinity,
})
