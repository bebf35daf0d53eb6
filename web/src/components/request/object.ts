import { queryOptions } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { FilterKind } from '@/components/input/filterExamples'
import type { Schema } from './schema'

/** A field that a request page can filter. */
export type FilterField = {
  readonly name: string
  readonly caption: string
  readonly kind: string
  /** Shown without being asked. */
  readonly offered: boolean
  /** The values of an option. */
  readonly values?: readonly string[] | null
}

/** A table that a request page can filter. */
export type FilterTable = { readonly name: string; readonly caption: string; readonly fields: readonly FilterField[] }

/** An object that can be run, and its request page. */
export type RunnableObject = {
  readonly objectId: number
  readonly caption: string
  readonly category: string
  /** Whether it runs for a shop. */
  readonly perShop: boolean
  readonly schema: Schema
  readonly tables: readonly FilterTable[]
}

/** Every object that can be run. */
export const objectsQuery = queryOptions({
  queryKey: ['jobQueueObjects'],
  queryFn: ({ signal }) => get<{ value: RunnableObject[] }>('/jobQueueObjects', signal).then(({ value }) => value),
  staleTime: Infinity,
})

const KINDS: Readonly<Record<string, FilterKind>> = {
  text: 'text',
  code: 'code',
  boolean: 'boolean',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
  option: 'option',
  id: 'id',
}

/** The kind of a field, however the server writes it. */
export function kindOf({ kind, values }: FilterField): FilterKind {
  return values?.length ? 'option' : (KINDS[kind.toLowerCase()] ?? 'text')
}
