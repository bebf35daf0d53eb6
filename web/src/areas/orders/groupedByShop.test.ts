import { describe, expect, it } from 'vitest'
import { groupedByShop } from './groupedByShop'

describe('orders to import', () => {
  it('are imported by the shop that took them on, the others by their store', () => {
    const orders = [
      { id: '1', shopCode: 'NORTH', store: 'a' },
      { id: '2', shopCode: '', store: 'a' },
      { id: '3', shopCode: 'SOUTH', store: 'b' },
      { id: '4', shopCode: 'NORTH', store: 'a' },
      { id: '5', shopCode: '', store: 'a' },
    ]
    expect(groupedByShop(orders)).toEqual([['1', '4'], ['2', '5'], ['3']])
  })

  it('are none where none is chosen', () => {
    expect(groupedByShop([])).toEqual([])
  })
})
