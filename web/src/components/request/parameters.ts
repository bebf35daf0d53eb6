import type { Filters } from './filters'
import type { Options } from './options'

/** What a job queue entry, or one of its runs, was asked: the options and filters of its request page. */
export type Parameters = { readonly options: Options; readonly filters: Filters }

/** Reads what is kept as text; nothing, if it can't be read. */
export function readParameters(text: string): Parameters | undefined {
  try {
    const { options = {}, filters = {} } = JSON.parse(text || '{}') as Partial<Parameters>
    return { options, filters }
  } catch {
    return undefined
  }
}
