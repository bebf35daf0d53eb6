import { useQuery } from '@tanstack/react-query'
import { get } from './client'

/** A tile: how many of something wait for a person, and where to see them. */
export type Cue = {
  readonly name: string
  readonly group: string
  readonly count: number
  readonly style: 'favorable' | 'ambiguous' | 'unfavorable' | 'subordinate'
  readonly entity: string
  readonly filter: string
  /** What Business Central counts under this name, where that is something else. */
  readonly businessCentral?: { readonly count: number; readonly filter: string } | null
}

/** The cues: of every shop, or of one alone, by its code. */
export function useCues(shop = '') {
  const path = shop ? `/cues?${new URLSearchParams({ shop })}` : '/cues'
  return useQuery({
    queryKey: ['cues', shop],
    queryFn: ({ signal }) => get<{ value: Cue[] }>(path, signal).then(({ value }) => value),
  })
}
