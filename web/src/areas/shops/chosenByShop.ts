/** A record of Shopify that someone has chosen: of a shop, or of a store, which several shops may share. */
export type Chosen = { readonly shopCode?: string; readonly store?: string }

/** Which shop reads which of the chosen records: each is read by one. */
export function chosenByShop<S extends { readonly code: string; readonly domain: string }, R extends Chosen>(
  shops: readonly S[],
  chosen: readonly R[],
): readonly (readonly [S, readonly R[]])[] {
  const readers = new Map<S, R[]>()
  for (const record of chosen) {
    const { shopCode, store } = record
    const reader = shops.find(({ code, domain }) => (shopCode === undefined ? domain === store : code === shopCode))
    if (reader) readers.set(reader, [...(readers.get(reader) ?? []), record])
  }
  return [...readers]
}

/** The shops in which something of the chosen records is; all of them, where nothing is chosen. */
export const shopsOf = <S extends { readonly code: string; readonly domain: string }>(
  shops: readonly S[],
  chosen: readonly Chosen[],
): readonly S[] =>
  chosen.length === 0
    ? shops
    : shops.filter(({ code, domain }) =>
        chosen.some(({ shopCode, store }) => (shopCode === undefined ? store === domain : shopCode === code)),
      )
