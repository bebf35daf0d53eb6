/** What a list shows, as its address says it. All of it can be linked and kept as a view. */
export type ListState = {
  /** A filter expression for each filtered field. */
  readonly filters: Readonly<Record<string, string>>
  readonly search: string
  /** As `createdAt desc`; the list's own order when it is blank. */
  readonly sort: string
  /** The fields shown; the list's own choice when there are none. */
  readonly columns: readonly string[]
  /** An OData filter that the filter pane can't show, from a tile or a link. */
  readonly odata: string
}

/** The parameters of an address. */
export type Search = Readonly<Record<string, string>>

const FILTER = 'filter.'

/** Reads the state from the parameters of an address. */
export function readState(search: Search): ListState {
  const filters = Object.entries(search).filter(([name, value]) => name.startsWith(FILTER) && value.trim())
  return {
    filters: Object.fromEntries(filters.map(([name, value]) => [name.slice(FILTER.length), value])),
    search: search.search ?? '',
    sort: search.sort ?? '',
    columns: search.columns?.split(',').filter(Boolean) ?? [],
    odata: search.odata ?? '',
  }
}

/** Writes the state as the parameters of an address; what is not said stays out. */
export function writeState({ filters, search, sort, columns, odata }: ListState): Search {
  const written: Record<string, string> = {}
  for (const [field, expression] of Object.entries(filters)) if (expression.trim()) written[FILTER + field] = expression
  if (search) written.search = search
  if (sort) written.sort = sort
  if (columns.length) written.columns = columns.join(',')
  if (odata) written.odata = odata
  return written
}

/**
 * The parameters of the address once `part` of the state that they say has changed. Another order, or other columns, leave
 * the filter of a tile as it came, and of which shop it counts.
 */
export function changed(address: Search, state: ListState, part: Partial<ListState>): Search {
  if ('filters' in part || 'search' in part || 'odata' in part) return writeState({ ...state, ...part })
  const { shop } = address
  return { ...writeState({ ...readState(address), ...part }), ...(shop ? { shop } : {}) }
}

/** Whether the list shows only some of its records. */
export const isNarrowed = ({ filters, search, odata }: ListState) =>
  Boolean(search || odata || Object.keys(filters).length)

/** The parameters of the API that `state` asks for, of the records that `about` names. */
export function queryOf(state: ListState, defaultSort: string | undefined, about = ''): Record<string, string> {
  const query: Record<string, string> = {}
  const sort = state.sort || defaultSort
  if (sort) query.$orderby = sort
  const filters = [about, state.odata].filter(Boolean)
  if (filters.length) query.$filter = filters.length > 1 ? `(${filters.join(') and (')})` : filters.join()
  if (state.search) query.$search = state.search
  for (const [field, expression] of Object.entries(state.filters)) query[FILTER + field] = expression
  return query
}

/** The next order after a click on the column of `field`: ascending, descending, the list's own. */
export function nextSort(sort: string, field: string): string {
  if (sort === field || sort === `${field} asc`) return `${field} desc`
  return sort === `${field} desc` ? '' : field
}

/** How the column of `field` is sorted. */
export function sortedBy(sort: string | undefined, field: string): 'ascending' | 'descending' | 'none' {
  const [name, direction] = (sort ?? '').split(' ')
  if (name !== field) return 'none'
  return direction === 'desc' ? 'descending' : 'ascending'
}
