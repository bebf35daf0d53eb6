import { expect, test } from 'vitest'
import { edited } from './edited'

const product = { status: 'Active', tags: 'blue,wool', seoTitle: 'Tent', seoDescription: '' } as const

test('only what was changed is sent', () => {
  expect(edited(product, { ...product, status: 'Draft' })).toEqual({ status: 'Draft' })
  expect(edited(product, { ...product })).toEqual({})
})

test('the last tag is taken away, and a text that was never there is none', () => {
  expect(edited(product, { ...product, tags: '' })).toEqual({ tags: '' })
  expect(edited({ status: 'Active' }, { status: 'Active', tags: '', seoTitle: '', seoDescription: '' })).toEqual({})
})
