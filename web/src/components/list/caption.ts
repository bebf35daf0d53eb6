import type { TFunction } from 'i18next'
import i18next from 'i18next'
import type { AnyColumn } from './definition'

/** The caption of a column; the field's name, if nobody has written one. */
export function captionOf(t: TFunction, { field, caption }: Pick<AnyColumn, 'field' | 'caption'>): string {
  const key = `fields.${caption ?? field}` as 'fields.number'
  return i18next.exists(key) ? t(key as 'fields.number') : field
}
