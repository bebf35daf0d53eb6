import type { TFunction } from 'i18next'
import i18next from 'i18next'
import type { AnyColumn } from './definition'

type Captioned = Pick<AnyColumn, 'field' | 'caption'>

/** The column that shows a field, for what it calls it; the field alone, if none does. */
export const columnOf = (columns: readonly Captioned[], field: string): Captioned =>
  columns.find((column) => column.field === field) ?? { field }

/** The caption of a column; the field's name, if nobody has written one. */
export function captionOf(t: TFunction, { field, caption }: Captioned): string {
  const key = `fields.${caption ?? field}` as 'fields.number'
  return i18next.exists(key) ? t(key as 'fields.number') : field
}
