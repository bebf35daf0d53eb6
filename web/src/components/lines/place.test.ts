import { describe, expect, it } from 'vitest'
import { NEW, fieldAfter, nextPlace } from './place'

const cells = [
  { row: 'a', fields: ['quantity', 'unitPrice'] },
  { row: 'b', fields: ['description'] },
  { row: NEW, fields: ['lineType', 'lineObjectNumber', 'quantity'] },
]
const key = (name: string, shiftKey = false) => ({ key: name, shiftKey })

describe('a cell of lines', () => {
  it('is left downwards by Enter, in its column where there is one', () => {
    expect(nextPlace({ row: 'a', field: 'unitPrice' }, key('Enter'), cells)).toEqual({ row: 'b', field: 'description' })
    expect(nextPlace({ row: 'b', field: 'description' }, key('Enter', true), cells)).toEqual({
      row: 'a',
      field: 'quantity',
    })
  })

  it('leads by Enter from the last line to the beginning of a new one', () => {
    const last = { row: 'b', field: 'description' }
    expect(nextPlace(last, key('Enter'), cells)).toEqual({ row: NEW, field: 'lineType' })
  })

  it('is left by arrows, but not beyond the ends', () => {
    expect(nextPlace({ row: NEW, field: 'quantity' }, key('ArrowUp'), cells)).toEqual({
      row: 'b',
      field: 'description',
    })
    expect(nextPlace({ row: 'a', field: 'quantity' }, key('ArrowUp'), cells)).toBeUndefined()
    expect(nextPlace({ row: NEW, field: 'quantity' }, key('ArrowDown'), cells)).toBeUndefined()
  })

  it('is not left by other keys', () => {
    expect(nextPlace({ row: 'a', field: 'quantity' }, key('x'), cells)).toBeUndefined()
  })

  it('is followed by the next field that can be entered', () => {
    expect(fieldAfter('lineType', ['lineType', 'quantity'])).toBe('quantity')
    expect(fieldAfter('quantity', ['lineType', 'quantity'])).toBe('quantity')
  })
})
