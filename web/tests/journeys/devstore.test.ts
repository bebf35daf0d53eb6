import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from '../world/axe'
import { openBrowser, Visitor } from '../world/browser'
import { Store } from '../world/store'

let home: string
let store: Store
let browser: Browser

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kobling-devstore-'))
  store = await Store.open(home, 3)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await store?.close()
  await rm(home, { recursive: true, force: true })
})

/** What an app is answered, if it is. */
function call(): Promise<Response> {
  return fetch(`${store.address}/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: { 'x-shopify-access-token': 'shpat_devstore', 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query Breaks { shop { name } }' }),
  })
}

it('someone places, pays, sends and refunds an order and breaks the network on the page of the devstore', async () => {
  const visitor = await Visitor.open(browser, store.address)
  const { page } = visitor
  await page.goto('/')
  const said = page.getByRole('status').last()
  const row = page.getByRole('row').filter({ hasText: '#1004' })

  await page.getByRole('button', { name: 'Place an order…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Item' }).selectOption({ index: 0 })
  await dialog.getByRole('spinbutton', { name: 'Quantity' }).fill('100000')
  await dialog.getByRole('radio', { name: 'It is to be paid later' }).check()
  await dialog.getByRole('button', { name: 'Place' }).click()
  await dialog.getByText('Unable to claim inventory for the line items.').waitFor()
  await dialog.getByRole('spinbutton', { name: 'Quantity' }).fill('2')
  await dialog.getByRole('button', { name: 'Place' }).click()
  await said.getByText(/^#1004 is placed: NOK/).waitFor()
  await row.getByText('Pending').waitFor()

  await row.getByRole('button', { name: 'Pay #1004' }).click()
  await row.getByText('Paid', { exact: true }).waitFor()
  await row.getByRole('button', { name: 'Fulfil #1004' }).click()
  await row.getByText('Fulfilled', { exact: true }).waitFor()
  await row.getByRole('button', { name: 'Cancel #1004' }).click()
  await dialog.getByRole('button', { name: 'Cancel the order' }).click()
  await dialog.getByText('Cannot cancel an order that has outstanding fulfillments.').waitFor()
  await page.keyboard.press('Escape')
  await row.getByRole('button', { name: 'Refund #1004' }).click()
  await dialog.getByText(/^(NOK.*) of \1 go back\.$/).waitFor()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Refund' }).click()
  await row.getByText('Refunded', { exact: true }).waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('tab', { name: 'Faults' }).click()
  await page.getByRole('button', { name: 'Break the network' }).click()
  await page.getByRole('banner').getByText('Reset, until mended').waitFor()
  await expect(call()).rejects.toThrow()
  await page.getByRole('banner').getByRole('button', { name: 'Mend' }).click()
  await page.getByText('The network works.').waitFor()
  expect((await call()).status).toBe(200)

  await page.getByRole('tab', { name: 'Journal' }).click()
  const calls = page.getByRole('row').filter({ hasText: 'Breaks' })
  await calls.nth(1).waitFor()
  expect(await calls.nth(0).textContent()).toContain('Done')
  expect(await calls.nth(1).textContent()).toContain('No answerFault')
  expect(await page.getByRole('row').count()).toBe(3)
  expect(visitor.complaints, 'what the console complained of').toEqual([])
  await visitor.close()
})
