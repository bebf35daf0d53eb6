import { expect, it } from 'vitest'
import { fieldTable } from '@/api/fields.gen'
import { shops as en } from '@/i18n/en/shops'
import { shops as nb } from '@/i18n/nb/shops'

it('every help text is of a field that the shop card has', () => {
  const fields = Object.keys(fieldTable.shopifyShops)
  expect(Object.keys(en.hints).filter((name) => !fields.includes(name))).toEqual([])
})

const tabs = import.meta.glob<string>('./tabs/*.tsx', { query: '?raw', import: 'default', eager: true })

it('every field of the shop card has a help text', () => {
  const shown = Object.values(tabs).flatMap((tab) =>
    [...tab.matchAll(/<ShopField\s+name="(\w+)"/g)].map(([, name]) => name),
  )
  expect(shown.length).toBeGreaterThan(90)
  expect(shown.filter((name) => !Object.keys(en.hints).includes(name ?? ''))).toEqual([])
})

it('a help text is a sentence or two in both languages, and not the other one', () => {
  for (const [name, text] of Object.entries(en.hints)) {
    const norwegian = nb.hints[name as keyof typeof en.hints]
    expect(text, name).toMatch(/^[A-Z0-9].*\.$/s)
    expect(norwegian, name).toMatch(/^[A-ZÆØÅ0-9].*\.$/s)
    expect(norwegian, name).not.toBe(text)
  }
})
