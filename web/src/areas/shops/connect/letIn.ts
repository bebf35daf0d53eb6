import { ApiError, post } from '@/api/client'
import type { Row } from '@/api/fields'

type Shop = Row<'shopifyShops'>

/** The option that a server lacks to which nobody could come back: its refusal names it. */
const OPTION = '--public-url'

/** Where a person lets the app in that the shop was given. */
export const storeAddress = ({ id }: Shop) =>
  post<{ address: string }>(`/shopifyShops/${id}/Kobling.authorize`).then(({ address }) => address)

/** Whether a refusal of the way to the store stands however the shop is connected: it lacks more than an app. */
export function stands(refusal: unknown, { connectionType }: Shop): boolean {
  if (!(refusal instanceof ApiError) || refusal.status !== 409) return true
  return connectionType !== 'Access Token' || refusal.message.includes(OPTION)
}

/** Asks whether a shop's store can be gone to at all, before anything is entered for it. Nothing is changed by that. */
export async function checkWay(shop: Shop): Promise<void> {
  try {
    await storeAddress(shop)
  } catch (refusal) {
    if (stands(refusal, shop)) throw refusal
  }
}
