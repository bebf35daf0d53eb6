import { useQuery } from '@tanstack/react-query'
import { get, put, remove } from './client'
import type { Cue } from './cues'
import { queries } from './queries'

/** How the numbers of a cue are taken: in three ranges, each with its style. */
export type CueRanges = {
  readonly threshold1: number
  readonly threshold2: number
  readonly lowRangeStyle: Cue['style']
  readonly middleRangeStyle: Cue['style']
  readonly highRangeStyle: Cue['style']
}

/** A cue, and how its numbers are taken: by the user, and by everyone who says nothing else. */
export type CueSetup = {
  readonly name: string
  readonly group: string
  readonly ranges: CueRanges
  readonly whose: 'personal' | 'shared' | 'standard'
  readonly shared: CueRanges
}

const KEY = ['cueSetup']

export function useCueSetup() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => get<{ value: CueSetup[] }>('/cueSetup', signal).then(({ value }) => value),
  })
}

/** Says how a cue's numbers are taken, by the user or by everyone; nothing: as if nothing had been said. */
export async function setUpCue(name: string, forEveryone: boolean, ranges?: CueRanges): Promise<void> {
  const path = `/cueSetup/${name}${forEveryone ? '/Kobling.shared' : ''}`
  await (ranges ? put<void>(path, ranges) : remove(path))
  await Promise.all([KEY, ['cues']].map((queryKey) => queries.invalidateQueries({ queryKey })))
}
