import type { FilterField, FilterTable } from './object'

/** The filters of a request page: an expression per `Table.field`. */
export type Filters = Readonly<Record<string, string>>

/** The table by which a task knows its shops; the page has a choice of its own for it. */
const SHOP = 'Shop'

/** The name of a filter. */
export const filterName = (table: FilterTable, field: FilterField) => `${table.name}.${field.name}`

/** The tables whose filters the page shows. */
export function shownTables(tables: readonly FilterTable[], perShop: boolean): readonly FilterTable[] {
  return tables.filter(({ name }) => !(perShop && name === SHOP))
}

/** The fields that the page shows: those that are offered, then those that were added, in the order of adding. */
export function shownFields(table: FilterTable, added: readonly string[]): readonly FilterField[] {
  const chosen = added.flatMap((name) =>
    table.fields.filter((field) => !field.offered && filterName(table, field) === name),
  )
  return [...table.fields.filter(({ offered }) => offered), ...chosen]
}

/** The fields that can be added. */
export function moreFields(table: FilterTable, added: readonly string[]): readonly FilterField[] {
  return table.fields.filter((field) => !field.offered && !added.includes(filterName(table, field)))
}

/** The filters with another expression for one. */
export function withFilter(filters: Filters, name: string, expression: string): Filters {
  const { [name]: _, ...others } = filters
  return expression === '' ? others : { ...others, [name]: expression }
}

/** The filters as they are sent: what is only spaces lets everything through and is left out. */
export function given(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, expression]) => expression.trim() !== ''))
}
