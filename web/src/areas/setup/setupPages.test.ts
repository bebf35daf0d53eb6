import { describe, expect, it } from 'vitest'
import { fieldTable } from '@/api/fields.gen'
import { field, type FieldTable } from '@/api/fields'
import { setupLists } from './setupLists'
import { setupPages } from './setupPages'

const table: FieldTable = fieldTable
/** The chart of accounts stands in the menu itself. */
const ELSEWHERE = ['accounts']

describe('the pages of the set-up', () => {
  it('lead to every list, and to no other', () => {
    const addresses = setupPages.map(({ to }) => to.replace('/setup/', ''))
    expect([...addresses, ...ELSEWHERE].sort()).toEqual(Object.keys(setupLists).sort())
  })

  it.each(Object.entries(setupLists))('are called as their list: %s', (address, { caption }) => {
    const page = setupPages.find(({ to }) => to === `/setup/${address}`)
    expect(page?.caption ?? 'accounts').toBe(caption)
  })

  it.each(Object.values(setupLists))('are sorted by what the API can sort by: $entity', ({ entity, sort }) => {
    if (sort) expect(field(entity, sort).sortable).toBe(true)
  })

  it.each(Object.values(setupLists))('have a field of the form for each field of the record: $entity', (list) => {
    const shown = list.columns.map(({ field }) => field)
    const fields = Object.keys(table[list.entity] ?? {}).filter((name) => name !== 'id')
    expect(shown.sort()).toEqual(fields.sort())
  })
})
