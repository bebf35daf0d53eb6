import type { TFunction } from 'i18next'
import i18next from 'i18next'

/** One field of what was done: before and after, as far as there was something. */
export type Detail = { readonly name: string; readonly old?: string; readonly new: string }

const said = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

const isChange = (value: unknown): value is { old?: unknown; new?: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((key) => key === 'old' || key === 'new')

/** What an entry of the audit log says, field by field; nothing for one that says no more. */
export function readDetail(detail: string): readonly Detail[] {
  let read: unknown
  try {
    read = JSON.parse(detail)
  } catch {
    return []
  }
  if (typeof read !== 'object' || read === null) return []
  return Object.entries(read).map(([name, value]) => {
    if (!isChange(value)) return { name, new: said(value) }
    const after = value.new === undefined ? '' : said(value.new)
    return value.old === undefined ? { name, new: after } : { name, old: said(value.old), new: after }
  })
}

/** What a field is called; its own name, when it is one that we don't know. */
export function fieldName(t: TFunction, name: string): string {
  const key = `fields.${name}` as 'fields.description'
  return i18next.exists(key) ? t(key as 'fields.description') : name
}

/** The fields that were changed, in a line. */
export const changedFields = (t: TFunction, detail: string) =>
  readDetail(detail)
    .map(({ name, ...change }) => {
      const value = change.old === undefined ? change.new : `${change.old || '\u2013'} \u2192 ${change.new || '\u2013'}`
      return `${fieldName(t, name)}: ${value}`
    })
    .join('; ')
