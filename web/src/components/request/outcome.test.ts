import { expect, it } from 'vitest'
import { outcomeOf } from './outcome'

it('a new entry runs in the background when it is for now, and else is planned', () => {
  expect(outcomeOf({ id: '7' }, true)).toEqual({ entry: '7', mode: 'background', alreadyQueued: false })
  expect(outcomeOf({ id: '7' }, false)).toEqual({ entry: '7', mode: 'planned', alreadyQueued: false })
})

it('a sync says itself how it runs', () => {
  const answer = { entry: '7', mode: 'foreground', alreadyQueued: false } as const
  expect(outcomeOf(answer, true)).toEqual(answer)
})
