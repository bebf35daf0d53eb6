import { expect, it } from 'vitest'
import { credentialsOf, draftOf, empty, mayGoOn, rebased, storeName, suggestedCode } from './draft'

it('a store is known by any of its addresses', () => {
  for (const text of [
    'my-store.myshopify.com',
    ' HTTPS://My-Store.myshopify.com/ ',
    'https://admin.shopify.com/store/my-store/orders?x=1',
  ]) {
    expect(storeName(text)).toBe('my-store')
  }
  for (const text of ['', 'www.example.com', 'https://admin.shopify.com/', 'a.b.myshopify.com']) {
    expect(storeName(text)).toBeUndefined()
  }
  expect(suggestedCode('my-store-with-a-long-name.myshopify.com')).toBe('MY-STORE-WITH-A-LONG')
})

it('a way sends what belongs to it, and nothing else', () => {
  const draft = { ...empty, token: 'shpat_1', clientId: ' app ', clientSecret: 'hush', refreshToken: 'shprt_1' }
  expect(credentialsOf(draft)).toEqual({ clientId: 'app', clientSecret: 'hush', adminUrl: '' })
  expect(credentialsOf({ ...draft, way: 'letIn' })).toEqual({ clientId: 'app', clientSecret: 'hush', adminUrl: '' })
  expect(credentialsOf({ ...draft, way: 'accessToken' })).toEqual({ token: 'shpat_1', adminUrl: '' })
  expect(credentialsOf({ ...draft, way: 'refreshToken', adminUrl: 'http://127.0.0.1:1' })).toEqual({
    clientId: 'app',
    clientSecret: 'hush',
    refreshToken: 'shprt_1',
    adminUrl: 'http://127.0.0.1:1',
  })
})

it('a shop is connected again where it was reached, and the address of the store itself is not named', () => {
  const shop = { code: 'NORTH', domain: 'north.myshopify.com', adminUrl: 'http://127.0.0.1:8777' }
  expect(draftOf(shop)).toEqual({ ...empty, ...shop })
  expect(draftOf({ ...shop, adminUrl: 'https://north.myshopify.com' }).adminUrl).toBe('')
})

it('one goes on when a step is complete', () => {
  expect(mayGoOn('way', empty)).toBe(true)
  expect(mayGoOn('store', empty)).toBe(false)
  expect(mayGoOn('store', { ...empty, domain: 'x.myshopify.com', code: 'X' })).toBe(true)
  expect(mayGoOn('credentials', { ...empty, clientId: 'a' })).toBe(false)
  expect(mayGoOn('credentials', { ...empty, clientId: 'a', clientSecret: 'b' })).toBe(true)
  expect(mayGoOn('credentials', { ...empty, way: 'accessToken', token: ' ' })).toBe(false)
  expect(mayGoOn('credentials', { ...empty, way: 'letIn', clientId: 'a' })).toBe(false)
  expect(mayGoOn('credentials', { ...empty, way: 'letIn', clientId: 'a', clientSecret: 'b' })).toBe(true)
})

it('what was entered outlives a change by someone else, and what was not touched takes it over', () => {
  const before = { code: 'NORTH', domain: 'north.myshopify.com', adminUrl: 'http://127.0.0.1:1' }
  const now = { ...before, adminUrl: 'http://127.0.0.1:2' }
  const draft = { ...draftOf(before), token: 'shpat_1' }
  expect(rebased(draft, before, now)).toEqual({ ...draft, adminUrl: now.adminUrl })
  const moved = { ...draft, adminUrl: 'http://127.0.0.1:3' }
  expect(rebased(moved, before, now)).toEqual(moved)
})
