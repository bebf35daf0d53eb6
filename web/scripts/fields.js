// Writes src/api/fields.gen.ts: what openapi.json says about each field of each entity, in the form that lists and
// cards need at run time. What the first page shows stands in a file of its own, src/api/firstFields.gen.ts.
import { readFileSync, writeFileSync } from 'node:fs'

const { components } = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'))

/** How a field is shown and filtered. */
function kindOf(schema) {
  const type = Array.isArray(schema.type) ? schema.type.find((t) => t !== 'null') : schema.type
  if (schema.enum) return 'option'
  if (type === 'boolean') return 'boolean'
  if (type === 'integer') return 'integer'
  if (type === 'number') return 'decimal'
  if (type !== 'string') return undefined
  return { 'date-time': 'dateTime', date: 'date', time: 'time', uuid: 'id' }[schema.format] ?? 'text'
}

/** Whether the API takes the field in `verb`; said by an extension, or else in its description. */
function takes(schema, extension, refusal) {
  return schema[extension] ?? !new RegExp(`; .*${refusal}`).test(schema.description ?? '')
}

/** The field in a line: its kind, what it takes, and its options. */
function fieldOf(schema) {
  const kind = kindOf(schema)
  if (!kind) return undefined
  const sortable = takes(schema, 'x-sortable', 'no order') ? 's' : ''
  const filterable = takes(schema, 'x-filterable', 'no filter') ? 'f' : ''
  return [kind, sortable + filterable, ...(schema.enum ?? [])].join('|')
}

const entities = {}
for (const [name, schema] of Object.entries(components.schemas)) {
  if (!schema.properties?.['@odata.etag']) continue
  entities[name] = Object.fromEntries(
    Object.entries(schema.properties)
      .filter(([field]) => !field.startsWith('@'))
      .map(([field, property]) => [field, fieldOf(property)])
      .filter(([, field]) => field),
  )
}

/** The entities of which the Role Center shows records. */
const FIRST = ['jobQueueLogEntries']

function write(file, imports, name, table) {
  const text = `// Written by \`npm run schema\` from openapi.json.
import type { FieldTable } from './fields'
${imports}
export const ${name} = ${table} as const satisfies FieldTable
`
  writeFileSync(new URL(`../src/api/${file}`, import.meta.url), text)
}

/** The fields of some of the entities, as a table. */
function tableOf(isIn) {
  return JSON.stringify(Object.fromEntries(Object.entries(entities).filter(([name]) => isIn(name))), null, 1)
}

const first = tableOf((name) => FIRST.includes(name))
const others = tableOf((name) => !FIRST.includes(name))
write('firstFields.gen.ts', '', 'firstFields', first)
const withFirst = others.replace('{', '{\n ...firstFields,')
write('fields.gen.ts', "import { firstFields } from './firstFields.gen'\n", 'fieldTable', withFirst)
