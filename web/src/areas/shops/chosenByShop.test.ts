import { expect, it } from 'vitest'
import { chosenByShop, shopsOf } from './chosenByShop'

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

it('what is chosen names the shops that are asked, by their codes or by their store', () => {
  const shops = [
    { code: 'A', domain: 'north.myshopify.com' },
    { code: 'B', domain: 'north.myshopify.com' },
    { code: 'C', domain: 'south.myshopify.com' },
  ]
  const codes = (chosen: Parameters<typeof shopsOf>[1]) => shopsOf(shops, chosen).map(({ code }) => code)
  expect(codes([])).toEqual(['A', 'B', 'C'])
  expect(codes([{ shopCode: 'B' }, { shopCode: 'B' }])).toEqual(['B'])
  expect(codes([{ store: 'north.myshopify.com' }])).toEqual(['A', 'B'])
})
