import type { TFunction } from 'i18next'
import type { EntitySet, FieldName, Row } from '@/api/fields'
import type { Versioned } from '@/api/record'
import type { Permission } from '@/api/session'
import type { Action } from '@/components/action/action'
import type { Tone } from '@/components/status/tone'
import type { FieldCaption } from '@/i18n/captions'
import type { ListKey, PageKey } from '@/i18n/keys'

/** Where a column stands on a narrow screen: the first line, the second line, the end, or nowhere. */
export type Narrow = 'title' | 'detail' | 'end'

/** One column of a list. What it does not say, the API's description of the field says. */
export type Column<E extends EntitySet> = {
  readonly field: FieldName<E>
  /** Where the caption isn't that of the field's own name. */
  readonly caption?: FieldCaption
  /** In pixels. */
  readonly width?: number
  /** Not shown until someone chooses it. */
  readonly hidden?: true
  readonly narrow?: Narrow
  /** A number that is an amount of money, of the currency in this field. */
  readonly amount?: true
  /** What is shown, where it isn't the value as it is. */
  readonly text?: (row: Row<E>, t: TFunction) => string
  /** Shown as a badge of this tone. */
  readonly tone?: (row: Row<E>) => Tone
  /** The page that the cell leads to. */
  readonly link?: (row: Row<E>) => string | undefined
}

/** A choice of records that many people want, beside those that they keep themselves. */
export type BuiltInView<E extends EntitySet> = {
  readonly caption: ListKey
  readonly filters: Partial<Record<FieldName<E>, string>>
  readonly sort?: string
}

/** What a list shows and does. */
export type ListDefinition<E extends EntitySet> = {
  readonly entity: E
  readonly caption: PageKey
  readonly columns: readonly Column<E>[]
  /** As `createdAt desc`; the API's own order, if nothing is said. */
  readonly sort?: string
  readonly views?: readonly BuiltInView<E>[]
  /** The records that the page is about, as OData; all of them, if nothing is said. */
  readonly filter?: string
  /** The page of a record; without one the list's records have none. */
  readonly open?: (row: Row<E>) => string
  /** What may be done here, with what is selected. */
  readonly useActions?: (selected: readonly Row<E>[]) => readonly Action[]
  /** Said when there is nothing, and nothing is filtered. */
  readonly empty?: ListKey
  readonly permission?: Permission
}

/** A record whose entity is not known to the code that shows it. */
export type AnyRow = Versioned & { readonly [field: string]: unknown }

/** A column of any entity. */
export type AnyColumn = {
  readonly field: string
  readonly caption?: FieldCaption
  readonly width?: number
  readonly hidden?: true
  readonly narrow?: Narrow
  readonly amount?: true
  readonly text?: (row: AnyRow, t: TFunction) => string
  readonly tone?: (row: AnyRow) => Tone
  readonly link?: (row: AnyRow) => string | undefined
}

/** A list of any entity, as the components take it. */
export type AnyList = {
  readonly entity: EntitySet
  readonly caption: PageKey
  readonly columns: readonly AnyColumn[]
  readonly sort?: string
  readonly views?: readonly { caption: ListKey; filters: Readonly<Record<string, string>>; sort?: string }[]
  readonly filter?: string
  readonly open?: (row: AnyRow) => string
  readonly useActions?: (selected: readonly AnyRow[]) => readonly Action[]
  readonly empty?: ListKey
  readonly permission?: Permission
}

/** Checks a definition against its entity; what comes out no longer tells its entity by type. */
export const defineList = <E extends EntitySet>(definition: ListDefinition<E>) => definition as unknown as AnyList

/** The same for columns alone, of a list inside a card. */
export const defineColumns = <E extends EntitySet>(_: E, columns: readonly Column<E>[]) =>
  columns as unknown as readonly AnyColumn[]
