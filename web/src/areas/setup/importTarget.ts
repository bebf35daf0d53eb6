import type { EntitySet } from '@/api/fields'
import type { AnyColumn } from '@/components/list/definition'
import type { PageKey } from '@/i18n/keys'

/** The list into which a file is read. */
export type ImportTarget = {
  readonly entity: EntitySet
  readonly caption: PageKey
  /** As they call its fields. */
  readonly columns: readonly Pick<AnyColumn, 'field' | 'caption'>[]
  /** What each row has that does not say otherwise: where it belongs. */
  readonly given?: Readonly<Record<string, unknown>>
}
