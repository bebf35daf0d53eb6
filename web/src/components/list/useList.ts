import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { API, ApiError, send } from '@/api/client'
import { LIVE_PAGES, onChanged } from '@/api/events'
import type { EntitySet } from '@/api/fields'
import type { Page } from '@/api/record'
import type { AnyRow } from './definition'

/** How many records come at once. */
export const PAGE = 100

/** The address of a list with `query`, as the API wants it. */
export function addressOf(entity: EntitySet, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString()
  return `${API}/${entity}${search ? `?${search}` : ''}`
}

/** Reads a list page by page, each from where the one before ended. */
export function useList(entity: EntitySet, query: Readonly<Record<string, string>>) {
  const first = addressOf(entity, { ...query, $count: 'true' })
  const list = useInfiniteQuery({
    queryKey: [entity, 'list', first],
    queryFn: ({ pageParam, signal }) =>
      send<Page<AnyRow>>('GET', pageParam, { signal, headers: { prefer: `odata.maxpagesize=${PAGE}` } }),
    initialPageParam: first,
    getNextPageParam: (page) => relative(page['@odata.nextLink']),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const pages = list.data?.pages
  const rows = useMemo(() => pages?.flatMap(({ value }) => value) ?? [], [pages])
  const long = (pages?.length ?? 0) > LIVE_PAGES
  const stale = useStale(entity, long)
  return {
    rows,
    total: pages?.[0]?.['@odata.count'] ?? rows.length,
    loading: list.isPending,
    /** The rows are still those of the question before. */
    changing: list.isPlaceholderData,
    error: list.error,
    /** The refusal of one filter, with the field that it is about. */
    refusedField: list.error instanceof ApiError && list.error.status === 400 ? list.error.target : undefined,
    hasMore: list.hasNextPage,
    more: () => {
      if (list.hasNextPage && !list.isFetchingNextPage && !list.error) void list.fetchNextPage()
    },
    retry: () => void list.refetch(),
    /** Something has changed in a list too long to be read again by itself. */
    stale,
  }
}

/** A next link may carry the server's own idea of its address. */
function relative(link: string | undefined): string | undefined {
  return link && link.slice(link.indexOf(API))
}

function useStale(entity: EntitySet, long: boolean): boolean {
  const [stale, setStale] = useState(false)
  useEffect(() => (long ? onChanged((topics) => topics.has(entity) && setStale(true)) : undefined), [entity, long])
  return long && stale
}
