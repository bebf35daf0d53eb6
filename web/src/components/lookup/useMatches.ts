import { useQuery } from '@tanstack/react-query'
import { get } from '@/api/client'
import { field as fieldOf } from '@/api/fields'
import type { Page } from '@/api/record'
import type { AnyRow } from '@/components/list/definition'
import { asText } from '@/components/list/valueText'
import type { LookupSource } from './source'

/** One record that may be chosen. */
export type Match = { readonly code: string; readonly name: string }

const MOST = '12'

/**
 * The records that fit what is typed, which they contain in their code or in their name; nothing until the answer is there,
 * so that nobody chooses among those that fit something else.
 */
export function useMatches(source: LookupSource | undefined, typed: string, open: boolean): readonly Match[] {
  const asked = typed.trim()
  const { data } = useQuery({
    queryKey: [source?.entity ?? '', 'lookup', source, asked],
    queryFn: ({ signal }) => {
      if (!source) return { value: [] }
      return get<Page<AnyRow>>(`/${source.entity}?${new URLSearchParams(questionOf(source, asked))}`, signal)
    },
    enabled: open && source !== undefined,
  })
  if (!source || !data) return []
  const matches = data.value.map((row) => ({
    code: asText(row[source.code]),
    name: source.name ? asText(row[source.name]) : '',
  }))
  return bestFirst(matches, asked)
}

/** The one whose code is just what is typed comes before those that only contain it. */
export function bestFirst(matches: readonly Match[], asked: string): readonly Match[] {
  const exact = matches.filter(({ code }) => code === asked.toUpperCase())
  return [...exact, ...matches.filter((match) => !exact.includes(match))]
}

/** The question for the records that fit. */
export function questionOf({ entity, code, filter }: LookupSource, asked: string): Record<string, string> {
  return {
    $top: MOST,
    ...(asked ? { $search: asked } : {}),
    ...(fieldOf(entity, code).sortable ? { $orderby: code } : {}),
    ...(filter ? { $filter: filter } : {}),
  }
}
