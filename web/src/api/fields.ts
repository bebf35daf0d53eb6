import type { fieldTable } from './fields.gen'
import { firstFields } from './firstFields.gen'
import type { components } from './schema'

/** How a field is shown, entered and filtered. */
export type Kind = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'dateTime' | 'time' | 'option' | 'id'

/** What the API says about a field. */
export type Field = {
  readonly kind: Kind
  readonly sortable?: true
  readonly filterable?: true
  readonly options?: readonly string[]
}

/** The fields of every entity, each in a line: its kind, whether it is sortable (s) and filterable (f), and its options. */
export type FieldTable = Readonly<Record<string, Readonly<Record<string, `${Kind}|${string}`>>>>

/** The name of an entity set, as `shopifyOrders`. */
export type EntitySet = keyof typeof fieldTable

/** The name of a field of an entity. */
export type FieldName<E extends EntitySet> = keyof (typeof fieldTable)[E] & keyof components['schemas'][E] & string

/** A record as the API sends it. */
export type Row<E extends EntitySet> = components['schemas'][E]

/** What is known now: the entities of the first page, and from `loadFields` on, all. */
let known: FieldTable = firstFields

/** Sees to it that the fields of every entity are known. */
export async function loadFields(): Promise<void> {
  known = (await import('./fields.gen')).fieldTable
}

/** What the API says about the field `name` of `entity`; text that can be neither sorted nor filtered, if nothing. */
export function field(entity: EntitySet, name: string): Field {
  const line = known[entity]?.[name] ?? 'text|'
  const [kind, takes = '', ...options] = line.split('|')
  return {
    kind: kind as Kind,
    ...(takes.includes('s') ? { sortable: true } : {}),
    ...(takes.includes('f') ? { filterable: true } : {}),
    ...(options.length ? { options } : {}),
  }
}
