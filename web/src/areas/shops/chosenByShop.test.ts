import { expect, it } from 'vitest'
import { chosenByShop } from './chosenByShop'

const [north, south, other] = [
  { code: 'NORTH', domain: 'a.myshopify.com' },
  { code: 'SOUTH', domain: 'a.myshopify.com' },
  { code: 'OTHER', domain: 'b.myshopify.com' },
]

it('what two shops share is read by one of them, and by no shop of another store', () => {
  const [kari, ola, liv] = [{ store: 'a.myshopify.com' }, { store: 'b.myshopify.com' }, { store: 'a.myshopify.com' }]
  expect(chosenByShop([north, south, other], [kari, ola, liv])).toEqual([
    [north, [kari, liv]],
    [other, [ola]],
  ])
})

it('what belongs to a shop is read by that one', () => {
  const tent = { shopCode: 'SOUTH' }
  expect(chosenByShop([north, south, other], [tent])).toEqual([[south, [tent]]])
})

it('what no enabled shop has is not read', () => {
  expect(chosenByShop([other], [{ shopCode: 'NORTH' }, { store: 'a.myshopify.com' }])).toEqual([])
})
