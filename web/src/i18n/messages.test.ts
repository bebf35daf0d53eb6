import { describe, expect, it } from 'vitest'
import { en } from './en'
import { nb } from './nb'

type Tree = { readonly [key: string]: string | Tree }

function texts(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'string' ? [[here, value] as [string, string]] : texts(value, here)
  })
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((m) => m[1]).sort()

describe('messages', () => {
  const norwegian = new Map(texts(nb))

  it.each(texts(en))('%s has the same placeholders in both languages', (key, text) => {
    expect(placeholders(norwegian.get(key) ?? '')).toEqual(placeholders(text))
  })

  it.each(texts(nb))('%s says something', (_, text) => {
    expect(text.trim()).not.toBe('')
  })
})
