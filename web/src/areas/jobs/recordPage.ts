/** The pages of records, by the entity sets that records are named with. */
const PAGES: Readonly<Record<string, string>> = {
  customers: '/customers',
  items: '/items',
  salesOrders: '/sales-orders',
  shopifyOrders: '/orders',
  shopifyShops: '/shops',
}

/** The page of a record that is named by entity and id, as `salesOrders/0191…`; nothing, when it has none. */
export function recordPage(record: string | undefined): string | undefined {
  const [entity = '', id] = record?.split('/') ?? []
  const page = PAGES[entity]
  return page && id ? `${page}/${id}` : undefined
}
