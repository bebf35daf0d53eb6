import { describe, expect, it } from 'vitest'
import { between, move, type Extent } from './cursor'

const grid: Extent = { rows: 100, columns: 5, page: 20 }
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey })

describe('the active cell', () => {
  it.each([
    ['ArrowDown', false, 11, 2],
    ['ArrowUp', false, 9, 2],
    ['ArrowRight', false, 10, 3],
    ['ArrowLeft', false, 10, 1],
    ['PageDown', false, 30, 2],
    ['PageUp', false, 0, 2],
    ['Home', false, 10, 0],
    ['End', false, 10, 4],
    ['Home', true, 0, 0],
    ['End', true, 99, 4],
    ['ArrowDown', true, 99, 2],
  ])('%s (with Ctrl: %s) leads to row %i, column %i', (name, ctrl, row, column) => {
    expect(move({ row: 10, column: 2 }, key(name, ctrl), grid)).toEqual({ row, column })
  })

  it('begins in the first row', () => {
    expect(move({ row: -1, column: 0 }, key('ArrowDown'), grid)).toEqual({ row: 0, column: 0 })
  })

  it('stays inside', () => {
    expect(move({ row: 99, column: 4 }, key('ArrowDown'), grid)).toEqual({ row: 99, column: 4 })
    expect(move({ row: 0, column: 0 }, key('ArrowLeft'), grid)).toEqual({ row: 0, column: 0 })
  })

  it('does not move by other keys, or where there is nothing', () => {
    expect(move({ row: 1, column: 1 }, key('a'), grid)).toBeUndefined()
    expect(move({ row: -1, column: 0 }, key('ArrowDown'), { ...grid, rows: 0 })).toBeUndefined()
  })
})

it('a selection reaches in either direction', () => {
  expect(between(['a', 'b', 'c', 'd'], 1, 2)).toEqual(['b', 'c'])
  expect(between(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['b', 'c', 'd'])
})
