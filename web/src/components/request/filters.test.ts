import { describe, expect, it } from 'vitest'
import { given, moreFields, shownFields, shownTables, withFilter } from './filters'
import type { FilterTable } from './object'

const field = (name: string, offered = false) => ({ name, caption: name, kind: 'Text', offered })
const orders: FilterTable = {
  name: 'OrdersToImport',
  caption: 'Orders to Import',
  fields: [field('fullyPaid', true), field('tags'), field('orderNumber', true), field('test')],
}
const shop: FilterTable = { name: 'Shop', caption: 'Shop', fields: [field('code', true)] }
const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name)

describe('the filters of a request page', () => {
  it('are the offered ones first, then the added ones as they were added', () => {
    expect(names(shownFields(orders, []))).toEqual(['fullyPaid', 'orderNumber'])
    const added = ['OrdersToImport.test', 'OrdersToImport.tags', 'Other.tags']
    expect(names(shownFields(orders, added))).toEqual(['fullyPaid', 'orderNumber', 'test', 'tags'])
  })

  it('can be more: those that are neither offered nor added', () => {
    expect(names(moreFields(orders, ['OrdersToImport.test']))).toEqual(['tags'])
  })

  it('leave the shop to its own choice where a task runs for one', () => {
    expect(names(shownTables([shop, orders], true))).toEqual(['OrdersToImport'])
    expect(names(shownTables([shop, orders], false))).toEqual(['Shop', 'OrdersToImport'])
  })

  it('that say nothing are not sent', () => {
    const filters = withFilter(withFilter({ a: 'x', b: 'y' }, 'a', ''), 'c', '  ')
    expect(given(filters)).toEqual({ b: 'y' })
  })
})
