import type { EntitySet, FieldName, Row } from '@/api/fields'
import type { LookupSource } from '@/components/lookup/source'
import type { AnyRow } from '@/components/list/definition'
import type { FieldCaption } from '@/i18n/captions'

/** One column of lines that are entered. What it does not say, the API's description of the field says. */
export type LineColumn<E extends EntitySet> = {
  readonly field: FieldName<E>
  /** Where the caption isn't that of the field's own name. */
  readonly caption?: FieldCaption
  /** In pixels. */
  readonly width: number
  /** A number that is an amount of money. */
  readonly amount?: true
  /** Entered on a new line and kept from then on; `never`: the server fills it. */
  readonly entered?: 'once' | 'never'
  /** Entered only on lines that it says something about. */
  readonly when?: (line: Partial<Row<E>>) => boolean
  /** The records from which it is chosen; they may depend on the line. */
  readonly lookup?: (line: Partial<Row<E>>) => LookupSource | undefined
  /** Of the options of the field, those that can be chosen here. */
  readonly options?: readonly string[]
}

/** A column of lines of any entity. */
export type AnyLineColumn = {
  readonly field: string
  readonly caption?: FieldCaption
  readonly width: number
  readonly amount?: true
  readonly entered?: 'once' | 'never'
  readonly when?: (line: Readonly<Record<string, unknown>>) => boolean
  readonly lookup?: (line: Readonly<Record<string, unknown>>) => LookupSource | undefined
  readonly options?: readonly string[]
}

/** Checks columns against their entity; what comes out no longer tells the entity by type. */
export const defineLineColumns = <E extends EntitySet>(_: E, columns: readonly LineColumn<E>[]) =>
  columns as unknown as readonly AnyLineColumn[]

/** Whether a field of a line can be entered; `row` is nothing for a line that is not there yet. */
export function isEntered({ entered, when }: AnyLineColumn, line: Readonly<Record<string, unknown>>, row?: AnyRow) {
  if (entered === 'never' || (entered === 'once' && row)) return false
  return when?.(line) ?? true
}
