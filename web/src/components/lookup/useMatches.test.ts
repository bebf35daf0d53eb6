import { describe, expect, it } from 'vitest'
import { lookup } from './source'
import { bestFirst, questionOf } from './useMatches'

describe('what may be chosen', () => {
  it('is searched for what is typed, among those that may be', () => {
    const items = lookup('items', 'number', 'displayName', 'blocked eq false')
    expect(questionOf(items, 'lamp')).toEqual({
      $top: '12',
      $search: 'lamp',
      $orderby: 'number',
      $filter: 'blocked eq false',
    })
  })

  it('is shown from the beginning while nothing is typed', () => {
    expect(questionOf(lookup('locations', 'code'), '')).toEqual({ $top: '12', $orderby: 'code' })
  })

  it('begins with the one that is just what is typed', () => {
    const [a, b] = [
      { code: '11', name: '' },
      { code: '1', name: '' },
    ]
    expect(bestFirst([a, b], '1')).toEqual([b, a])
    expect(bestFirst([a, b], 'x')).toEqual([a, b])
  })
})
