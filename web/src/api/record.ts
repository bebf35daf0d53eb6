import { queryOptions, useQuery } from '@tanstack/react-query'
import { get } from './client'
import type { EntitySet, Row } from './fields'

/** One page of a list. */
export type Page<R> = { readonly value: R[]; readonly '@odata.count'?: number; readonly '@odata.nextLink'?: string }

/** What every record has besides its own fields. */
export type Versioned = { readonly id?: string; readonly '@odata.etag'?: string }

/** The record `id` of `entity`. */
export const recordQuery = <E extends EntitySet>(entity: E, id: string) =>
  queryOptions({
    queryKey: [entity, 'record', id],
    queryFn: ({ signal }) => get<Row<E>>(`/${entity}/${encodeURIComponent(id)}`, signal),
  })

/** The first records of `entity` that `options` ask for, as `{ $filter: …, $top: '5' }`. */
export function useRecords<E extends EntitySet>(entity: E, options: Readonly<Record<string, string>>, enabled = true) {
  return useQuery({
    queryKey: [entity, 'some', options],
    queryFn: ({ signal }) => get<Page<Row<E>>>(`/${entity}?${new URLSearchParams(options)}`, signal),
    enabled,
  })
}

/** A text as a literal of an OData filter. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
