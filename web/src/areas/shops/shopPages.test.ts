import { expect, it } from 'vitest'
import { navigation } from '@/app/navigation'
import { setupPages } from '@/areas/setup/setupPages'
import { searchOf, shopPages } from './shopPages'

it('a shop card leads to pages that there are, under their own names', () => {
  const places = [...navigation.flatMap(({ pages }) => pages), ...setupPages]
  for (const { to, caption } of shopPages) expect(places).toContainEqual(expect.objectContaining({ to, caption }))
})

it('a list shows what belongs to the shop, or to its store where cards share it', () => {
  const shop = { code: 'NORTH', domain: 'north.myshopify.com' }
  const search = (to: string) => shopPages.filter((page) => page.to === to).map((page) => searchOf(page, shop))
  expect(search('/catalogs')).toEqual([{ 'filter.shopCode': 'NORTH' }])
  expect(search('/setup/payment-terms-mapping')).toEqual([{ 'filter.shopCode': 'NORTH' }])
  expect(search('/shopify-customers')).toEqual([{ 'filter.store': 'north.myshopify.com' }])
  expect(search('/companies')).toEqual([{ 'filter.store': 'north.myshopify.com' }])
})
