/** A record of Shopify that someone has chosen: of a shop, or of a store, which several shops may share. */
export type Chosen = { readonly shopCode?: string; readonly store?: string }
type Shop = { readonly code: string; readonly domain: string }

const isOf = ({ shopCode, store }: Chosen, { code, domain }: Shop): boolean =>
  shopCode === undefined ? store === domain : shopCode === code

/** Which shop reads which of the chosen records: each is read by one. */
export function chosenByShop<S extends Shop, R extends Chosen>(
  shops: readonly S[],
  chosen: readonly R[],
): readonly (readonly [S, readonly R[]])[] {
  const readers = new Map<S, R[]>()
  for (const record of chosen) {
    const reader = shops.find((shop) => isOf(record, shop))
    if (reader) readers.set(reader, [...(readers.get(reader) ?? []), record])
  }
  return [...readers]
}

/** The shops in which something of the chosen records is; all of them, where nothing is chosen. */
export const shopsOf = <S extends Shop>(shops: readonly S[], chosen: readonly Chosen[]): readonly S[] =>
  chosen.length === 0 ? shops : shops.filter((shop) => chosen.some((record) => isOf(record, shop)))
