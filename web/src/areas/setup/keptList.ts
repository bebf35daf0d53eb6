import type { EntitySet, FieldName } from '@/api/fields'
import type { Permission } from '@/api/session'
import type { Action } from '@/components/action/action'
import {
  defineList,
  type AnyColumn,
  type AnyList,
  type AnyRow,
  type BuiltInView,
  type Column,
} from '@/components/list/definition'
import type { LookupSource } from '@/components/lookup/source'
import type { ListKey, PageKey } from '@/i18n/keys'
import { useKeptActions } from './keptActions'

/** A list that people keep by hand: its columns are the fields of its form, too. */
export type KeptDefinition<E extends EntitySet> = {
  readonly entity: E
  readonly caption: PageKey
  readonly columns: readonly Column<E>[]
  /** What tells its records apart: given to a new one, and kept. Nothing: there is one record, which is only changed. */
  readonly key: readonly FieldName<E>[]
  /** There are several records, although nothing tells them apart. */
  readonly many?: true
  /** What a new record begins with, where that is not blank. */
  readonly begins?: Partial<Record<FieldName<E>, unknown>>
  /** What is said of every new record, whether its form shows it or not: where it belongs. */
  readonly given?: Partial<Record<FieldName<E>, unknown>>
  /** What the program alone sets. */
  readonly readOnly?: readonly FieldName<E>[]
  /** Texts of several lines. */
  readonly long?: readonly FieldName<E>[]
  /** From which records fields are chosen. */
  readonly chosen?: Partial<Record<FieldName<E>, LookupSource>>
  readonly sort?: string
  /** The records that the list is about, as OData. */
  readonly filter?: string
  readonly views?: readonly BuiltInView<E>[]
  readonly empty?: ListKey
  /** Who reads it. */
  readonly permission?: Permission
  readonly change?: Permission
  /** Its records are made elsewhere. */
  readonly notMade?: true
  /** Its records are not read from files. */
  readonly notImported?: true
  /** What else may be done here. */
  readonly useMore?: (selected: readonly AnyRow[]) => readonly Action[]
}

/** The same for code that does not know the entity. */
export type Kept = {
  readonly entity: EntitySet
  readonly caption: PageKey
  readonly fields: readonly AnyColumn[]
  readonly key: readonly string[]
  readonly begins: Readonly<Record<string, unknown>>
  readonly given: Readonly<Record<string, unknown>>
  readonly long: readonly string[]
  readonly chosen: Readonly<Record<string, LookupSource | undefined>>
  readonly change: Permission
  readonly many?: true
  readonly notMade?: true
  readonly notImported?: true
}

const useNothingMore = () => []

/** A list with the actions that keep it. */
export function keptList<E extends EntitySet>(definition: KeptDefinition<E>): AnyList {
  const {
    key,
    begins = {},
    given = {},
    readOnly = [],
    long = [],
    chosen = {},
    change = 'Setup.Change',
    permission = 'Setup.Read',
    many,
    notMade,
    notImported,
    useMore = useNothingMore,
    ...list
  } = definition
  const columns = list.columns as unknown as readonly AnyColumn[]
  const kept: Kept = {
    entity: list.entity,
    caption: list.caption,
    fields: columns.filter(({ field }) => !(readOnly as readonly string[]).includes(field)),
    key,
    begins,
    given,
    long,
    chosen,
    change,
    ...(many ? { many } : {}),
    ...(notMade ? { notMade } : {}),
    ...(notImported ? { notImported } : {}),
  }
  const useActions = (selected: readonly AnyRow[]) => [...useMore(selected), ...useKeptActions(kept, selected)]
  return { ...defineList({ ...list, permission }), useActions }
}
