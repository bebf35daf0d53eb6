import type { EntitySet, FieldName } from '@/api/fields'
import type { Permission } from '@/api/session'
import { defineList, type AnyColumn, type AnyList, type AnyRow, type Column } from '@/components/list/definition'
import type { PageKey } from '@/i18n/keys'
import { useKeptActions } from './keptActions'

/** A list that people keep by hand: its columns are the fields of its form, too. */
export type KeptDefinition<E extends EntitySet> = {
  readonly entity: E
  readonly caption: PageKey
  readonly columns: readonly Column<E>[]
  /** What tells its records apart: given to a new one, and kept. Nothing: there is one record, which is only changed. */
  readonly key: readonly FieldName<E>[]
  /** What a new record begins with, where that is not blank. */
  readonly begins?: Partial<Record<FieldName<E>, unknown>>
  /** What the program alone sets. */
  readonly readOnly?: readonly FieldName<E>[]
  readonly sort?: string
  readonly change?: Permission
}

/** The same for code that does not know the entity. */
export type Kept = {
  readonly entity: EntitySet
  readonly caption: PageKey
  readonly fields: readonly AnyColumn[]
  readonly key: readonly string[]
  readonly begins: Readonly<Record<string, unknown>>
  readonly change: Permission
}

/** A list with the actions that keep it. */
export function keptList<E extends EntitySet>(definition: KeptDefinition<E>): AnyList {
  const { key, begins = {}, readOnly = [], change = 'Setup.Change', ...list } = definition
  const columns = list.columns as unknown as readonly AnyColumn[]
  const kept: Kept = {
    entity: list.entity,
    caption: list.caption,
    fields: columns.filter(({ field }) => !(readOnly as readonly string[]).includes(field)),
    key,
    begins,
    change,
  }
  const useActions = (selected: readonly AnyRow[]) => useKeptActions(kept, selected)
  return { ...defineList({ ...list, permission: 'Setup.Read' }), useActions }
}
