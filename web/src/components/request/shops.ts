import { queryOptions } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { Shop } from './submission'

/** An enabled shop, the store that it may share with others, and whether that is on an advanced plan. */
export type EnabledShop = Shop & { readonly domain: string; readonly advancedShopifyPlan: boolean }

/** What is asked of it. */
export const OF_SHOP = 'id,code,domain,advancedShopifyPlan'

/** The shops that a task may run for: the enabled ones. */
export const enabledShopsQuery = queryOptions({
  queryKey: ['shopifyShops', 'enabled'],
  queryFn: ({ signal }) =>
    get<{ value: EnabledShop[] }>(
      `/shopifyShops?$filter=enabled eq true&$select=${OF_SHOP}&$orderby=code`,
      signal,
    ).then(({ value }) => value),
})
