import { queryOptions } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { Shop } from './submission'

/** The shops that a task may run for: the enabled ones. */
export const enabledShopsQuery = queryOptions({
  queryKey: ['shopifyShops', 'enabled'],
  queryFn: ({ signal }) =>
    get<{ value: Shop[] }>('/shopifyShops?$filter=enabled eq true&$select=id,code&$orderby=code', signal).then(
      ({ value }) => value,
    ),
})
