import { describe, expect, it } from 'vitest'
import { changed, nextSort, queryOf, readState, sortedBy, writeState, type ListState } from './state'

const state: ListState = {
  filters: { status: 'Error|Ready', amount: '>100' },
  search: 'bolt',
  sort: 'createdAt desc',
  columns: ['number', 'status'],
  odata: '',
}

describe('the state of a list', () => {
  it('comes back from its address as it went', () => {
    expect(readState(writeState(state))).toEqual(state)
  })

  it('leaves out what nobody has said', () => {
    expect(writeState(readState({ 'filter.status': ' ' }))).toEqual({})
  })

  it('becomes the parameters of the API', () => {
    expect(queryOf(state, 'number')).toEqual({
      $orderby: 'createdAt desc',
      $search: 'bolt',
      'filter.status': 'Error|Ready',
      'filter.amount': '>100',
    })
  })

  it('asks for the order of the list when nobody has chosen one', () => {
    expect(queryOf(readState({}), 'number desc')).toEqual({ $orderby: 'number desc' })
  })

  it('keeps to the records that its page is about', () => {
    expect(queryOf(readState({}), '', "userId eq 'OLA'").$filter).toBe("userId eq 'OLA'")
    expect(queryOf(readState({ odata: 'a eq 1 or a eq 2' }), '', "userId eq 'OLA'").$filter).toBe(
      "(userId eq 'OLA') and (a eq 1 or a eq 2)",
    )
  })

  it('stays that of its tile in another order, until something else narrows it', () => {
    const address = { odata: "status eq 'Error'", shop: 'NORTH' }
    const shown: ListState = { ...readState({}), filters: { status: 'Error' } }
    expect(changed(address, shown, { sort: 'number' })).toEqual({ ...address, sort: 'number' })
    expect(changed(address, shown, { search: 'bolt' })).toEqual({ 'filter.status': 'Error', search: 'bolt' })
  })

  it('goes round through the three orders of a column', () => {
    expect(nextSort('', 'number')).toBe('number')
    expect(nextSort('number', 'number')).toBe('number desc')
    expect(nextSort('number desc', 'number')).toBe('')
    expect(nextSort('number desc', 'name')).toBe('name')
  })

  it('knows how a column is sorted', () => {
    expect(sortedBy('number desc', 'number')).toBe('descending')
    expect(sortedBy('number', 'number')).toBe('ascending')
    expect(sortedBy(undefined, 'number')).toBe('none')
  })
})
