import { queryOptions } from '@tanstack/react-query'
import { get } from '@/api/client'

/** What can be read again, as the API calls it. */
export const RESETTABLE = ['Products', 'Customers', 'Orders', 'Companies'] as const
export type Resettable = (typeof RESETTABLE)[number]

/** The same within the key of a text. */
export const recordsOf = (kind: Resettable) => kind.toLowerCase() as Lowercase<Resettable>

type LastSync = { readonly kind: Resettable; readonly lastSyncDateTime?: string | null }

/** How far the records of a shop have been read, kind by kind. */
export const lastSyncsQuery = (shopId: string) =>
  queryOptions({
    queryKey: ['shopifyShops', shopId, 'lastSyncs'],
    queryFn: ({ signal }) =>
      get<{ value: LastSync[] }>(`/shopifyShops/${shopId}/lastSyncs`, signal).then(({ value }) => value),
    gcTime: 0,
    staleTime: 0,
  })
