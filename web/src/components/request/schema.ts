/** The part of JSON Schema that the request pages of the server use. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

const DEFINITION = '#/$defs/'

/**
 * The schema without the ways of `schemars`: references are followed, what may be missing has one type, and a documented
 * enum is one of texts. A schema that holds itself is cut off where it begins again.
 */
export function normalize(schema: Schema, defs = schema.$defs ?? {}, within: readonly string[] = []): Schema {
  let plain: Schema = schema
  if (plain.$ref !== undefined) {
    const { $ref, ...own } = plain
    const name = $ref.slice(DEFINITION.length)
    const meant = within.includes(name) ? undefined : defs[name]
    plain = { ...(meant ? normalize(meant, defs, [...within, name]) : {}), ...own }
  }
  const kept = plain.anyOf?.filter(({ type }) => type !== 'null')
  if (kept?.length === 1 && kept[0]) {
    const { anyOf, ...own } = plain
    plain = { ...normalize(kept[0], defs, within), ...own }
  }
  if (plain.oneOf?.every((one) => 'const' in one)) {
    const { oneOf, ...own } = plain
    plain = { ...own, type: 'string', enum: oneOf.map((one) => one.const) }
  }
  if (Array.isArray(plain.type))
    plain = { ...plain, type: (plain.type as string[]).find((type) => type !== 'null') ?? 'string' }
  if (plain.items) plain = { ...plain, items: normalize(plain.items, defs, within) }
  if (plain.properties) {
    const properties = Object.entries(plain.properties)
    plain = {
      ...plain,
      properties: Object.fromEntries(properties.map(([name, one]) => [name, normalize(one, defs, within)])),
    }
  }
  return plain
}

/** How an option is entered. */
export type ControlKind = 'choice' | 'yesNo' | 'tags' | 'integer' | 'number' | 'date' | 'dateTime' | 'time' | 'text'

/** The kind of the control for a normalised schema. */
export function controlOf({ type, format, enum: values }: Schema): ControlKind {
  if (values) return 'choice'
  if (type === 'boolean') return 'yesNo'
  if (type === 'array') return 'tags'
  if (type === 'integer') return 'integer'
  if (type === 'number') return 'number'
  if (format === 'date') return 'date'
  if (format === 'date-time') return 'dateTime'
  if (format === 'time' || format === 'partial-date-time') return 'time'
  return 'text'
}

/** The texts that a choice or tags are chosen from. */
export function valuesOf({ enum: values, items }: Schema): readonly string[] {
  return (values ?? items?.enum ?? []).filter((value): value is string => typeof value === 'string')
}
