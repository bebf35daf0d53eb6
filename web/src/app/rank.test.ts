import { describe, expect, it } from 'vitest'
import { find } from './rank'

const pages = [
  { caption: 'Job Queue Entries' },
  { caption: 'Shopify Orders' },
  { caption: 'Orders to Import', keywords: 'Shopify' },
  { caption: 'Varepost på lokasjon' },
]
const captions = (typed: string) => find(pages, typed).map(({ caption }) => caption)

describe('tell me', () => {
  it('puts what begins with the word first', () => {
    expect(captions('ord')).toEqual(['Orders to Import', 'Shopify Orders'])
  })
  it('wants every word, in any order', () => {
    expect(captions('entries job')).toEqual(['Job Queue Entries'])
    expect(captions('entries shop')).toEqual([])
  })
  it('looks through case and accents', () => {
    expect(captions('PA LOK')).toEqual(['Varepost på lokasjon'])
  })
  it('offers everything when nothing is typed', () => {
    expect(captions('')).toHaveLength(pages.length)
  })
})
