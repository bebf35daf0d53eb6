import { describe, expect, it } from 'vitest'
import { differences, withChange, withoutSent } from './changes'

const base = { '@odata.etag': '1', name: 'Bolt', price: 10, blocked: false, note: null }

describe('a draft', () => {
  it('holds what differs from the record', () => {
    expect(withChange(base, {}, 'price', 12)).toEqual({ price: 12 })
  })

  it('forgets a change that is taken back', () => {
    expect(withChange(base, { price: 12, name: 'Nut' }, 'price', 10)).toEqual({ name: 'Nut' })
    expect(withChange(base, {}, 'note', '')).toEqual({})
  })
})

describe('a draft of which some is saved', () => {
  it('keeps what was entered meanwhile', () => {
    expect(withoutSent({ price: 12, name: 'Nut' }, { price: 12 })).toEqual({ name: 'Nut' })
    expect(withoutSent({ price: 13 }, { price: 12 })).toEqual({ price: 13 })
    expect(withoutSent({ price: 12, note: undefined }, { price: 12 })).toEqual({ note: undefined })
  })
})

describe('what someone else has changed', () => {
  const theirs = { ...base, '@odata.etag': '2', name: 'Screw', price: 11 }

  it('is told, with what the user wants where both changed the same', () => {
    expect(differences(base, theirs, { price: 12 })).toEqual([
      { name: 'price', before: 10, theirs: 11, mine: 12 },
      { name: 'name', before: 'Bolt', theirs: 'Screw' },
    ])
  })

  it('is nothing when only the version differs', () => {
    expect(differences(base, { ...base, '@odata.etag': '2' }, { price: 12 })).toEqual([])
  })
})
