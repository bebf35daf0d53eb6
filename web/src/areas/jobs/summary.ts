/** What a run did, in numbers, in the order in which they are told. */
export const figures = ['fetched', 'created', 'updated', 'unchanged', 'skipped', 'failed', 'calls', 'points'] as const
export type Figure = (typeof figures)[number]
export type Summary = Readonly<Partial<Record<Figure, number>>>

/** Reads the summary of a log entry; nothing while it runs. */
export function readSummary(text: string | undefined): Summary | undefined {
  if (!text) return undefined
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? read : undefined
  } catch {
    return undefined
  }
}
