import { describe, expect, it } from 'vitest'
import { field, type FieldTable } from '@/api/fields'
import { fieldTable } from '@/api/fields.gen'
import { gridOf, journalKinds, listOf } from '@/areas/journals/generalLines'
import { linesOfList, priceListsList } from '@/areas/prices/priceLists'
import { listsOfItem } from '@/areas/products/itemLists'
import { shipToAddressesOf } from '@/areas/customers/shipToAddresses'
import { itemJournals } from './itemJournals'
import { stockLists } from './stockLists'

const table: FieldTable = fieldTable
const batch = { id: '0191f0a0-0000-7000-8000-000000000000', code: "O'NEIL", name: '' }
const DAY = '2026-11-26'

const grids = [
  ...Object.values(journalKinds).map((kind) => gridOf(kind, batch, DAY)),
  ...Object.values(itemJournals).map((journal) => journal.gridOf(batch, DAY)),
]
const lists = [
  ...Object.values(journalKinds).map((kind) => listOf(kind, batch, DAY)),
  ...Object.values(itemJournals).map((journal) => journal.listOf(batch, DAY)),
  ...Object.values(listsOfItem("O'NEIL")),
  ...Object.values(stockLists),
  shipToAddressesOf("O'NEIL"),
  linesOfList("O'NEIL"),
  priceListsList,
]

/** The fields that an OData filter asks for. */
const asked = (filter: string) => [...filter.matchAll(/(\w+) (?:eq|ne) /g)].map(([, name]) => name ?? '')

describe('lists of stock, prices and journals', () => {
  it.each([...lists, ...grids])('are sorted by what the API can sort by: $entity', ({ entity, sort }) => {
    if (sort) expect(field(entity, sort).sortable).toBe(true)
  })

  it.each([...lists, ...grids])('are about what the API can filter by: $entity', ({ entity, filter = '' }) => {
    for (const name of asked(filter)) expect(field(entity, name).filterable, name).toBe(true)
    expect(filter).not.toContain("'O'NEIL'")
  })

  it.each([...lists, ...grids])('show fields that are there: $entity', ({ entity, columns }) => {
    for (const { field } of columns) expect(table[entity], field).toHaveProperty(field)
  })
})

describe('a journal', () => {
  it('begins a line with the day and the place of the one above', () => {
    const [, , adjusting] = grids
    const above = { id: '', postingDate: '2026-01-31', locationCode: 'MAIN', entryType: 'Transfer' }
    expect(adjusting?.begin(undefined)).toEqual({ entryType: 'Positive Adjmt.', postingDate: DAY })
    expect(adjusting?.begin(above)).toEqual({
      entryType: 'Transfer',
      postingDate: '2026-01-31',
      locationCode: 'MAIN',
    })
  })

  it('of payments begins with a payment of a customer', () => {
    const [, cash] = grids
    expect(cash?.begin(undefined)).toMatchObject({ documentType: 'Payment', accountType: 'Customer' })
  })

  it('adds no line to what is counted', () => {
    expect(grids[3]?.complete({ itemNumber: 'SHIRT', quantity: 1 })).toBe(false)
  })
})
