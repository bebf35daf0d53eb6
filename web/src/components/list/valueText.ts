import type { Kind } from '@/api/fields'
import type { Format } from '@/i18n/format'

/** A value as text; blank for what is not there. */
export function valueText(format: Format, kind: Kind, value: unknown, amount = false): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number')
    return amount ? format.amount(value) : kind === 'decimal' ? format.number(value) : String(value)
  if (typeof value !== 'string') return ''
  switch (kind) {
    case 'date':
      return format.date(value)
    case 'dateTime':
      return format.dateTime(value)
    case 'time':
      return format.time(value)
    default:
      return value
  }
}

/** Numbers stand at the end of their column. */
export const isNumber = (kind: Kind) => kind === 'decimal' || kind === 'integer'

/** How wide a column of a kind is, where its definition does not say. */
export function widthOf(kind: Kind): number {
  switch (kind) {
    case 'boolean':
      return 96
    case 'integer':
    case 'decimal':
    case 'date':
      return 120
    case 'dateTime':
    case 'option':
      return 160
    default:
      return 170
  }
}

/** A text field's value; blank for what is no text. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
