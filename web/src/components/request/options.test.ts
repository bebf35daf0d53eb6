import { describe, expect, it } from 'vitest'
import { defaults, faults, withOption } from './options'
import type { Schema } from './schema'

const schema: Schema = {
  type: 'object',
  required: ['since'],
  properties: {
    since: { type: 'string', format: 'date' },
    most: { type: 'integer', format: 'uint32', minimum: 1, maximum: 250, default: 100 },
    mode: { type: 'string', enum: ['Changed', 'All'], default: 'Changed' },
    limit: { type: 'number', default: null },
  },
}

describe('options', () => {
  it('begin with the defaults that there are', () => {
    expect(defaults(schema)).toEqual({ most: 100, mode: 'Changed' })
  })

  it('leave out what is blank', () => {
    expect(withOption({ most: 5 }, 'most', '')).toEqual({})
    expect(withOption({}, 'kinds', [])).toEqual({})
    expect(withOption({}, 'dryRun', false)).toEqual({ dryRun: false })
  })

  it('say what is missing and what is out of bounds', () => {
    expect(faults(schema, {})).toEqual({ since: 'required' })
    expect(faults(schema, { since: '2026-11-25', most: 0 })).toEqual({ most: 'minimum' })
    expect(faults(schema, { since: '2026-11-25', most: 251 })).toEqual({ most: 'maximum' })
    expect(faults(schema, { since: '2026-11-25', mode: 'Some' })).toEqual({ mode: 'wrong' })
    expect(faults(schema, { since: '2026-11-25', most: 250, mode: 'All' })).toEqual({})
  })
})
