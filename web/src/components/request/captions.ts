import type { TFunction } from 'i18next'
import i18next from 'i18next'
import type { FilterField, FilterTable } from './object'

/** The text under a key that may not be there. */
function text(t: TFunction, key: string, otherwise: string): string {
  return i18next.exists(key) ? t(key as 'request.title') : otherwise
}

/** What an option is called. */
export const optionName = (t: TFunction, objectId: number, name: string, title: string | undefined) =>
  text(t, `request.${objectId}.options.${name}.caption`, title ?? name)

/** What a value of an option is called. */
export const optionValue = (t: TFunction, objectId: number, name: string, value: string) =>
  text(t, `request.${objectId}.options.${name}.values.${value}`, value)

/** What a table is called. */
export const tableCaption = (t: TFunction, { name, caption }: FilterTable) => text(t, `request.tables.${name}`, caption)

/** What a field is called. */
export const fieldCaption = (t: TFunction, { name, caption }: FilterField) =>
  text(t, `request.fields.${name}`, text(t, `fields.${name}`, caption))
