import { queryOptions } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { Shop } from './submission'

/** An enabled shop, and the store that it may share with others. */
export type EnabledShop = Shop & { readonly domain: string }

/** The shops that a task may run for: the enabled ones. */
export const enabledShopsQuery = queryOptions({
  queryKey: ['shopifyShops', 'enabled'],
  queryFn: ({ signal }) =>
    get<{ value: EnabledShop[] }>(
      '/shopifyShops?$filter=enabled eq true&$select=id,code,domain&$orderby=code',
      signal,
    ).then(({ value }) => value),
})
