import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { get } from '@/api/client'
import { field as fieldOf } from '@/api/fields'
import { literal, type Page } from '@/api/record'
import type { AnyRow } from '@/components/list/definition'
import { asText } from '@/components/list/valueText'
import type { LookupSource } from './source'

/** One record that may be chosen. */
export type Match = { readonly code: string; readonly name: string }

const MOST = '12'

/** The records that fit what is typed: whose code begins with it, or whose name contains it. */
export function useMatches(source: LookupSource | undefined, typed: string, open: boolean): readonly Match[] {
  const asked = useDeferredValue(typed.trim())
  const { data } = useQuery({
    queryKey: [source?.entity ?? '', 'lookup', source, asked],
    queryFn: ({ signal }) => {
      if (!source) return { value: [] }
      return get<Page<AnyRow>>(`/${source.entity}?${new URLSearchParams(questionOf(source, asked))}`, signal)
    },
    enabled: open && source !== undefined,
    placeholderData: (before) => before,
  })
  if (!source) return []
  return (data?.value ?? []).map((row) => ({
    code: asText(row[source.code]),
    name: source.name ? asText(row[source.name]) : '',
  }))
}

/** The question for the records that fit. */
export function questionOf({ entity, code, name, filter }: LookupSource, asked: string): Record<string, string> {
  const fits = asked && [
    `startswith(${code},${literal(asked.toUpperCase())})`,
    ...(name && fieldOf(entity, name).filterable ? [`contains(tolower(${name}),${literal(asked.toLowerCase())})`] : []),
  ]
  const all = [filter, fits && `(${fits.join(' or ')})`].filter(Boolean)
  return {
    $top: MOST,
    ...(fieldOf(entity, code).sortable ? { $orderby: code } : {}),
    ...(all.length ? { $filter: all.join(' and ') } : {}),
  }
}
