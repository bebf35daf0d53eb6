import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ApiError, send } from '@/api/client'
import { filterFault } from '@/components/error/explain'
import { given, type Filters } from './filters'
import type { RunnableObject } from './object'
import { useLater } from './useLater'

/** How many records of a table the filters let through. */
export type TableCount = { readonly name: string; readonly count: number }

const DELAY = 350

/** Counts what the filters let through, a moment after the last change; says which filter can't be read. */
export function useMatches({ objectId }: RunnableObject, shop: string | undefined, filters: Filters) {
  const asked = useLater({ shop: shop ?? null, filters: given(filters) }, DELAY)
  const { data, error, isFetching } = useQuery({
    queryKey: ['jobQueueObjects', 'count', objectId, asked],
    queryFn: ({ signal }) =>
      send<{ tables: TableCount[] }>('POST', `/jobQueueObjects/${objectId}/Kobling.count`, { body: asked, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const wrong =
    error instanceof ApiError && error.target?.includes('.') ? { [error.target]: filterFault(error.message) } : {}
  return { tables: data?.tables ?? [], errors: wrong as Filters, failure: error, counting: isFetching }
}
