import { useState } from 'react'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { recordQuery } from '@/api/record'
import { credentialsOf, type Draft } from './draft'
import type { Tested } from './tested'

type Shop = Row<'shopifyShops'>

/** Makes the shop, or gives it other credentials, and then asks its store. */
export function useConnect(existing: Shop | undefined) {
  const [made, setMade] = useState(existing)
  const [tested, setTested] = useState<Tested>()
  const connect = async (draft: Draft) => {
    setTested(undefined)
    const credentials = credentialsOf(draft)
    const shop = made
      ? await post<Shop>(`/shopifyShops/${made.id}/Kobling.connect`, credentials, made['@odata.etag'])
      : await post<Shop>('/shopifyShops', { code: draft.code, domain: draft.domain, ...credentials })
    setMade(shop)
    try {
      setTested(await post<Tested>(`/shopifyShops/${shop.id}/Kobling.test`))
    } finally {
      await queries.invalidateQueries({ queryKey: ['shopifyShops'] })
      // The card keeps what the store said: it is shown so at once, and the next credentials are meant for that version.
      setMade(await queries.fetchQuery({ ...recordQuery('shopifyShops', shop.id ?? ''), staleTime: 0 }))
    }
  }
  return { made, tested, connect }
}
