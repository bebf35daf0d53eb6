import { describe, expect, it } from 'vitest'
import { en } from '@/i18n/en'
import requestPages from '../../../requestPages.json'
import type { RunnableObject } from './object'
import { normalize, valuesOf } from './schema'

type Tree = { readonly [key: string]: string | Tree }

const objects = requestPages.value as unknown as readonly RunnableObject[]

/** Whether a text stands under the key. */
const has = (key: string) =>
  typeof key.split('.').reduce<Tree | string | undefined>((tree, part) => (tree as Tree | undefined)?.[part], en) ===
  'string'

/** Every key that the request page of an object asks for. The compiler sees to it that Norwegian has the same. */
function keysOf({ objectId, schema }: RunnableObject): string[] {
  const options = Object.entries(normalize(schema).properties ?? {})
  return [
    `tasks.t${objectId}`,
    ...options.flatMap(([name, option]) => [
      `request.${objectId}.options.${name}.caption`,
      ...valuesOf(option).map((value) => `request.${objectId}.options.${name}.values.${value}`),
    ]),
  ]
}

describe('the captions of request pages', () => {
  it.each(objects.flatMap(keysOf))('there is one for %s', (key) => {
    expect(has(key)).toBe(true)
  })

  it.each(objects.flatMap(({ tables }) => tables.map(({ name }) => name)))('there is one for the table %s', (name) => {
    expect(has(`request.tables.${name}`)).toBe(true)
  })

  const fields = objects.flatMap(({ tables }) => tables.flatMap((table) => table.fields.map(({ name }) => name)))
  it.each([...new Set(fields)])('there is one for the field %s', (name) => {
    expect(has(`request.fields.${name}`) || has(`fields.${name}`)).toBe(true)
  })

  it('are of objects that there are', () => {
    const numbers = Object.keys(en.request).filter((key) => /^\d+$/.test(key))
    expect(objects.map(({ objectId }) => String(objectId))).toEqual(expect.arrayContaining(numbers))
  })
})
