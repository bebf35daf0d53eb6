import { describe, expect, it } from 'vitest'
import { field, type EntitySet } from '@/api/fields'
import { fieldTable } from '@/api/fields.gen'
import { optionKey } from './captions'
import { en } from './en'

const entries = Object.entries(fieldTable).flatMap(([entity, fields]) =>
  Object.keys(fields).map((name) => ({ name, field: field(entity as EntitySet, name) })),
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
