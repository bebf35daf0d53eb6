/** What belongs to a shop, or is still to be taken on by one of its store's. */
export type OfShop = { readonly id?: string; readonly shopCode?: string; readonly store?: string }

/** The ids of records, those of one shop together; what no shop has taken on yet goes by its store. */
export function groupedByShop(records: readonly OfShop[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const { id, shopCode = '', store = '' } of records) {
    if (!id) continue
    const owner = shopCode ? `shop ${shopCode}` : `store ${store}`
    groups.set(owner, [...(groups.get(owner) ?? []), id])
  }
  return [...groups.values()]
}
