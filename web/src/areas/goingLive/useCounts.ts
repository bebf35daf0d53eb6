import { useQuery } from '@tanstack/react-query'
import { post } from '@/api/client'
import type { components } from '@/api/schema'

export type Counts = components['schemas']['FirstImportBody']

/** What the store has, as it counts now. It is asked when a person wants it, not when something changes here. */
export const useCounts = (shop: string, enabled = true) =>
  useQuery({
    queryKey: ['firstImport', shop],
    queryFn: () => post<Counts>(`/shopifyShops/${shop}/Kobling.previewFirstImport`),
    enabled,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
