type Order = { readonly id?: string; readonly shopCode?: string; readonly store?: string }

/** The ids of orders, those that one shop imports together; what no shop has taken on yet goes by its store. */
export function groupedByShop(orders: readonly Order[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const { id, shopCode = '', store = '' } of orders) {
    if (!id) continue
    const owner = shopCode ? `shop ${shopCode}` : `store ${store}`
    groups.set(owner, [...(groups.get(owner) ?? []), id])
  }
  return [...groups.values()]
}
