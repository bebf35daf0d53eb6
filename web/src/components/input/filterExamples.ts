import { exactly } from '@/components/list/exactly'
import type { input } from '@/i18n/en/input'

/** What can be filtered: decides which expressions are shown as examples. */
export type FilterKind =
  'text' | 'code' | 'boolean' | 'integer' | 'decimal' | 'date' | 'dateTime' | 'time' | 'option' | 'id'

/** An expression, and the key of what it lets through. */
export type Example = { readonly expression: string; readonly says: keyof typeof input.filterHelp.examples }

const SETS: Readonly<Record<'text' | 'number' | 'day' | 'choice' | 'boolean' | 'exact', readonly Example[]>> = {
  text: [
    { expression: '1000', says: 'exactly' },
    { expression: '1000|2000', says: 'either' },
    { expression: '1000..1999', says: 'range' },
    { expression: 'B*', says: 'begins' },
    { expression: '*x*', says: 'contains' },
    { expression: '@*ås*', says: 'folded' },
    { expression: '<>A*&<>B*', says: 'neither' },
    { expression: "''", says: 'blank' },
    { expression: "<>''", says: 'notBlank' },
  ],
  number: [
    { expression: '100', says: 'exactly' },
    { expression: '>100', says: 'more' },
    { expression: '100..200', says: 'range' },
    { expression: '<>0', says: 'not' },
    { expression: '..-1|100..', says: 'either' },
  ],
  day: [
    { expression: '2511', says: 'exactly' },
    { expression: 'today', says: 'today' },
    { expression: 'workdate', says: 'workDate' },
    { expression: '..today', says: 'until' },
    { expression: '-30D..', says: 'lastDays' },
    { expression: '2026-01-01..2026-03-31', says: 'range' },
    { expression: "''", says: 'blank' },
  ],
  choice: [
    { expression: 'Paid|Refunded', says: 'either' },
    { expression: '<>Paid', says: 'not' },
    { expression: "''", says: 'blank' },
  ],
  boolean: [
    { expression: 'Yes', says: 'yes' },
    { expression: 'No', says: 'no' },
  ],
  exact: [
    { expression: '09:30', says: 'exactly' },
    { expression: '08:00..16:00', says: 'range' },
  ],
}

/** Expressions that are good for a field of that kind. */
export function examplesFor(kind: FilterKind): readonly Example[] {
  switch (kind) {
    case 'text':
    case 'code':
    case 'id':
      return SETS.text
    case 'integer':
    case 'decimal':
      return SETS.number
    case 'date':
    case 'dateTime':
      return SETS.day
    case 'option':
      return SETS.choice
    case 'boolean':
      return SETS.boolean
    case 'time':
      return SETS.exact
  }
}

/** The expression with one more of the values that it lets through, as choosing it from a list adds it. */
export function withValue(expression: string, value: string): string {
  const written = exactly(value)
  const before = expression.trim()
  return before === '' ? written : before.split('|').includes(written) ? before : `${before}|${written}`
}
