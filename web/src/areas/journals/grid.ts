import type { EntitySet } from '@/api/fields'
import type { Action } from '@/components/action/action'
import type { AnyLineColumn } from '@/components/lines/columns'
import type { AnyRow } from '@/components/list/definition'

type Values = Readonly<Record<string, unknown>>

/** The lines of a batch, as they are entered in their place. */
export type Grid = {
  readonly entity: EntitySet
  readonly columns: readonly AnyLineColumn[]
  /** Which lines, as OData. */
  readonly filter: string
  readonly sort: string
  /** What every new line has. */
  readonly owner: Values
  /** What a new line begins with; it may depend on the line above. */
  readonly begin: (above: AnyRow | undefined) => Values
  /** Whether enough is entered of a new line for it to be added. */
  readonly complete: (line: Values) => boolean
  /** What may be done with the lines together. */
  readonly useActions: () => readonly Action[]
}
