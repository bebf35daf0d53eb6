import type { TFunction } from 'i18next'
import { figures, readSummary } from './summary'

/** What a run has counted, but not done. */
const COSTS: ReadonlySet<string> = new Set(['calls', 'points'])

type Run = { readonly summary?: string; readonly errorMessage?: string }

/** What a run did, in a line: why it failed, or what it counted. */
export function didText({ summary, errorMessage }: Run, t: TFunction): string {
  if (errorMessage) return errorMessage
  const counted = readSummary(summary) ?? {}
  return figures
    .filter((figure) => !COSTS.has(figure) && (counted[figure] ?? 0) > 0)
    .map((figure) => `${t(`jobs.figure_${figure}`)} ${counted[figure]}`)
    .join(' · ')
}
