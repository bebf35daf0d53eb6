import { queryOptions } from '@tanstack/react-query'
import { get, post } from '@/api/client'
import { queries } from '@/api/queries'
import type { Row } from '@/api/fields'
import type { components } from '@/api/schema'
import type { Values } from '@/components/card/changes'
import type { Step } from './steps'

export type Shop = Row<'shopifyShops'>
export type Guide = components['schemas']['GuideBody']

/** How far a shop has come, and what is proposed for it. */
export const guideQuery = (shop: string) =>
  queryOptions({
    queryKey: ['shopifyShops', 'guide', shop],
    queryFn: ({ signal }) => get<Guide>(`/shopifyShops/${shop}/Kobling.setupGuide`, signal),
  })

const keep = (shop: string, guide: Guide) => queries.setQueryData(guideQuery(shop).queryKey, guide)

/** What is proposed for those blank fields whose names are such. */
export const proposed = ({ proposals }: Guide, fields: RegExp): Values =>
  Object.fromEntries(proposals.filter(({ field }) => fields.test(field)).map(({ field, value }) => [field, value]))

/** Begins the guide of a shop, or goes on with it. */
export async function begin(shop: string): Promise<void> {
  keep(shop, await post<Guide>(`/shopifyShops/${shop}/Kobling.beginSetupGuide`))
  await queries.invalidateQueries({ queryKey: ['shopifyShops'] })
}

/** Keeps the step at which a person is. */
export async function comeTo(shop: string, step: Step): Promise<void> {
  keep(shop, await post<Guide>(`/shopifyShops/${shop}/Kobling.setupGuideStep`, { step }))
}

/** Lets the shop change its store. */
export async function goLive(shop: string): Promise<void> {
  keep(shop, await post<Guide>(`/shopifyShops/${shop}/Kobling.goLive`))
  await queries.invalidateQueries({ queryKey: ['shopifyShops'] })
}
