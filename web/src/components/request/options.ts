import { Validator, type Schema as FullSchema } from '@cfworker/json-schema'
import type { Schema } from './schema'

/** What the form holds: values by the options' names. What is missing has its default on the server. */
export type Options = Readonly<Record<string, unknown>>

/** Why an option can't be that, as a key of our own texts. */
export type Fault = 'required' | 'minimum' | 'maximum' | 'wrong'

/** The options that a request page begins with: the defaults that its schema names. */
export function defaults(schema: Schema): Options {
  const properties = Object.entries(schema.properties ?? {})
  return Object.fromEntries(
    properties.filter(([, { default: value }]) => value != null).map(([name, s]) => [name, s.default]),
  )
}

/** The options with another value for one; a blank one is left out. */
export function withOption(options: Options, name: string, value: unknown): Options {
  const { [name]: _, ...others } = options
  const blank = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return blank ? others : { ...others, [name]: value }
}

const FAULTS: Readonly<Record<string, Fault>> = {
  minimum: 'minimum',
  exclusiveMinimum: 'minimum',
  maximum: 'maximum',
  exclusiveMaximum: 'maximum',
}

/** What is wrong with the options, by name. The server checks again. */
export function faults(schema: Schema, options: Options): Readonly<Record<string, Fault>> {
  const found: Record<string, Fault> = {}
  for (const name of schema.required ?? []) {
    if (!(name in options) && schema.properties?.[name]?.default === undefined) found[name] = 'required'
  }
  for (const [name, value] of Object.entries(options)) {
    const one = schema.properties?.[name]
    if (!one) continue
    // Formats such as `uint32` are Rust's; the bounds stand beside them.
    const { format: _, $defs: __, ...checked } = one
    const { valid, errors } = new Validator(checked as FullSchema, '2020-12', false).validate(value)
    if (!valid) found[name] = errors.map(({ keyword }) => FAULTS[keyword]).find(Boolean) ?? 'wrong'
  }
  return found
}
