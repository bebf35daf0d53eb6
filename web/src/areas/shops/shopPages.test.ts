import { expect, it } from 'vitest'
import { navigation } from '@/app/navigation'
import { setupPages } from '@/areas/setup/setupPages'
import { pagesOf, searchOf, shopPages } from './shopPages'

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

it('staff is for shops alone whose stores let apps read it', () => {
  const leadsToStaff = (advancedShopifyPlan: boolean) =>
    pagesOf({ code: 'NORTH', advancedShopifyPlan }).some(({ caption }) => caption === 'staffMembers')
  expect(leadsToStaff(true)).toBe(true)
  expect(leadsToStaff(false)).toBe(false)
  expect(pagesOf({ code: 'NORTH', advancedShopifyPlan: false })).toHaveLength(shopPages.length - 1)
})
