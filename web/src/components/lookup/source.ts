import type { EntitySet, FieldName } from '@/api/fields'

/** Records from which one is chosen: what of them is entered, and by what people know them. */
export type LookupSource = {
  readonly entity: EntitySet
  /** The field that is entered. */
  readonly code: string
  /** The field that says what it is. */
  readonly name?: string
  /** Only these, as OData. */
  readonly filter?: string
  /** What is entered is no code, but a name: it stands as it is typed, and may be any other. */
  readonly named?: true
}

/** Checks a source against its entity. */
export const lookup = <E extends EntitySet>(
  entity: E,
  code: FieldName<E>,
  name?: FieldName<E>,
  filter?: string,
): LookupSource => ({ entity, code, ...(name ? { name } : {}), ...(filter ? { filter } : {}) })
