import { get } from '@/api/client'
import { queries } from '@/api/queries'
import { useListState } from '@/components/list/useListState'
import { enabledShopsQuery, OF_SHOP, type EnabledShop } from '@/components/request/shops'

/** Asks for the enabled shops to which a list is filtered, by the shop or by the store that several may share; else for all. */
export function useShopsOfList(): () => Promise<readonly EnabledShop[]> {
  const [{ filters }] = useListState()
  const { shopCode = '', store = '' } = filters
  return async () => {
    if (!shopCode && !store) return queries.fetchQuery(enabledShopsQuery)
    const which = new URLSearchParams({ $filter: 'enabled eq true', $select: OF_SHOP, $orderby: 'code' })
    if (shopCode) which.set('filter.code', shopCode)
    if (store) which.set('filter.domain', store)
    return (await get<{ value: EnabledShop[] }>(`/shopifyShops?${which}`)).value
  }
}
