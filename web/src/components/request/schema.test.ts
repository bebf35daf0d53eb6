import { describe, expect, it } from 'vitest'
import { controlOf, normalize, valuesOf, type Schema } from './schema'

/** As `schemars` writes them. */
const page: Schema = {
  $defs: {
    Mode: {
      oneOf: [
        { const: 'Changed', description: 'What changed.', type: 'string' },
        { const: 'All', description: 'Everything.', type: 'string' },
      ],
    },
    Kind: { enum: ['Image', 'Price'], type: 'string' },
    Node: { type: 'object', properties: { next: { anyOf: [{ $ref: '#/$defs/Node' }, { type: 'null' }] } } },
  },
  type: 'object',
  properties: {
    mode: { $ref: '#/$defs/Mode', description: 'What is sent.' },
    orElse: { anyOf: [{ $ref: '#/$defs/Mode' }, { type: 'null' }] },
    kinds: { type: 'array', items: { $ref: '#/$defs/Kind' } },
    most: { type: ['integer', 'null'], format: 'uint32', minimum: 0 },
    until: { type: ['string', 'null'], format: 'date' },
    at: { type: 'string', format: 'date-time' },
    dryRun: { type: 'boolean', default: true },
    ratio: { type: 'number' },
    remark: { type: 'string' },
    tree: { $ref: '#/$defs/Node' },
  },
}

const options = normalize(page).properties ?? {}
const option = (name: string) => options[name] ?? {}

describe('a schema', () => {
  it.each([
    ['mode', 'choice'],
    ['orElse', 'choice'],
    ['kinds', 'tags'],
    ['most', 'integer'],
    ['until', 'date'],
    ['at', 'dateTime'],
    ['dryRun', 'yesNo'],
    ['ratio', 'number'],
    ['remark', 'text'],
  ])('has for %s a control of the kind %s', (name, kind) => {
    expect(controlOf(option(name))).toBe(kind)
  })

  it('keeps what is said beside a reference', () => {
    expect(option('mode').description).toBe('What is sent.')
  })

  it('knows the values of choices and tags', () => {
    expect(valuesOf(option('mode'))).toEqual(['Changed', 'All'])
    expect(valuesOf(option('orElse'))).toEqual(['Changed', 'All'])
    expect(valuesOf(option('kinds'))).toEqual(['Image', 'Price'])
    expect(valuesOf(option('remark'))).toEqual([])
  })

  it('that holds itself ends', () => {
    expect(option('tree').properties?.next).toEqual({})
  })
})
