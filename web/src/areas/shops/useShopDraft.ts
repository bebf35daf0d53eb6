import type { Row } from '@/api/fields'
import { useCardContext } from '@/components/card/context'

/** The shop as its card will be when it is saved: what someone has entered over what is kept. */
export function useShopDraft(): Row<'shopifyShops'> {
  const { record, draft } = useCardContext()
  return { ...record, ...draft }
}
