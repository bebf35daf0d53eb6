import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { didText } from './didText'

const t = ((key: string) => key.replace('jobs.figure_', '')) as unknown as TFunction

describe('what a run did', () => {
  it('is what it counted, without its costs', () => {
    const summary = '{"fetched":60,"created":12,"updated":0,"calls":3,"points":88}'
    expect(didText({ summary }, t)).toBe('fetched 60 · created 12')
  })

  it('is why it failed, where it did', () => {
    expect(didText({ summary: '{"fetched":60}', errorMessage: 'The store is closed.' }, t)).toBe('The store is closed.')
  })

  it('is nothing while it runs', () => {
    expect(didText({ summary: '' }, t)).toBe('')
  })
})
