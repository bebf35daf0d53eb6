import { useState } from 'react'
import { ApiError, get, post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { recordQuery } from '@/api/record'
import { credentialsOf, rebased, type Draft } from './draft'
import { checkWay, storeAddress } from './letIn'
import type { Tested } from './tested'

type Shop = Row<'shopifyShops'>

/** Someone else has changed the shop since it was read: the draft as it is to be sent, if it still is. */
export class Overtaken extends Error {
  readonly draft: Draft

  constructor(draft: Draft) {
    super('the shop was changed by someone else')
    this.draft = draft
  }
}

/** Makes the shop, or gives it other credentials, and then asks its store, or sends a person there. */
export function useConnect(existing: Shop | undefined, onLeaving?: (shop: string) => Promise<void>) {
  const [made, setMade] = useState(existing)
  const [tested, setTested] = useState<Tested>()

  const keep = async (draft: Draft): Promise<Shop> => {
    const credentials = credentialsOf(draft)
    if (!made) return post<Shop>('/shopifyShops', { code: draft.code, domain: draft.domain, ...credentials })
    const path = `/shopifyShops/${made.id}`
    try {
      return await post<Shop>(`${path}/Kobling.connect`, credentials, made['@odata.etag'])
    } catch (failure) {
      if (!(failure instanceof ApiError) || failure.status !== 412) throw failure
      const now = await get<Shop>(path)
      setMade(now)
      throw new Overtaken(rebased(draft, made, now))
    }
  }

  /** Gives the address in the store where a person lets the app in; nothing where the store has answered by itself. */
  const connect = async (draft: Draft): Promise<string | undefined> => {
    setTested(undefined)
    const shop = await keep(draft)
    setMade(shop)
    try {
      if (draft.way === 'letIn') {
        const address = await storeAddress(shop)
        await onLeaving?.(shop.id ?? '')
        return address
      }
      setTested(await post<Tested>(`/shopifyShops/${shop.id}/Kobling.test`))
      return undefined
    } finally {
      await queries.invalidateQueries({ queryKey: ['shopifyShops'] })
      // The card keeps what the store said: it is shown so at once, and the next credentials are meant for that version.
      setMade(await queries.fetchQuery({ ...recordQuery('shopifyShops', shop.id ?? ''), staleTime: 0 }))
    }
  }

  /** Whether the chosen way leads anywhere, as far as that can be known before anything is entered. */
  const check = async ({ way }: Draft) => {
    if (way === 'letIn' && made) await checkWay(made)
  }
  return { made, tested, connect, check }
}
