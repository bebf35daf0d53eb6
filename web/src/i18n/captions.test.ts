import { describe, expect, it } from 'vitest'
import { fieldTable } from '@/api/fields.gen'
import type { FieldTable } from '@/api/fields'
import { optionKey } from './captions'
import { en } from './en'

const table: FieldTable = fieldTable
const entries = Object.entries(table).flatMap(([entity, fields]) =>
  Object.entries(fields).map(([name, field]) => ({ entity, name, field })),
)

describe('captions', () => {
  it('finds the key of an option', () => {
    expect(optionKey('On Hold')).toBe('onHold')
    expect(optionKey('By EMail/Phone')).toBe('byEMailPhone')
    expect(optionKey('BC')).toBe('bc')
  })

  it.each(entries.flatMap(({ field }) => field.options ?? []).filter(Boolean))(
    'there is one for the option %s',
    (value) => {
      expect(en.options).toHaveProperty(optionKey(value))
    },
  )
})
