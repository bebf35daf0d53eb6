import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, Visitor } from '../world/browser'
import { FreshWorld } from '../world/fresh'
import { PASSWORD } from '../world/world'

let world: FreshWorld
let browser: Browser

beforeAll(async () => {
  world = await FreshWorld.open(6)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await world?.close()
})

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor()
const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click()

/** Turns a field of the shop card on. */
async function turnOn(page: Page, caption: RegExp): Promise<void> {
  const field = page.getByRole('switch', { name: caption })
  if (!(await field.isChecked())) await field.click()
}

/** What the API says of all records of an entity, to whoever is signed in. */
async function all(page: Page, entity: string): Promise<readonly Record<string, unknown>[]> {
  const answer = await page.request.get(`/api/v1/${entity}`)
  return ((await answer.json()) as { value: Record<string, unknown>[] }).value
}

it('from an empty installation to a shop that is live and syncs on a schedule, in the guided setup alone', async () => {
  const visitor = await Visitor.open(browser, world.address)
  const { page } = visitor
  await page.goto(world.firstStart)
  await page.getByRole('textbox', { name: /^Company/ }).fill('Fjord Outfitters AS')
  await page.getByRole('textbox', { name: /^User Name/ }).fill('kari')
  await page.getByLabel(/^Password/).fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.getByRole('navigation').first().waitFor()

  await page.goto('/going-live')
  const left: string[] = []
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && new URL(frame.url()).pathname !== '/going-live') left.push(frame.url())
  })
  const counted: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/Kobling.previewFirstImport')) counted.push(request.url())
  })
  await page.getByRole('radio', { name: /^With an access token/ }).check()
  await next(page)
  await page.getByRole('textbox', { name: /^Domain/ }).fill('https://admin.shopify.com/store/devstore/orders')
  await page.getByRole('textbox', { name: /Admin.*URL/i }).fill(world.store.address)
  await next(page)
  await page.getByLabel(/^Access token/).fill('shpat_devstore')
  await page.getByRole('button', { name: 'Connect and test' }).click()
  await page.getByText('The app may do what Kobling needs.').waitFor()
  await next(page)

  await heading(page, 'Choose What to Sync')
  const [begun] = await all(page, 'shopifyShops')
  expect(begun).toMatchObject({
    allowOutgoingRequests: false,
    enabled: false,
    syncItem: 'From Shopify',
    autoCreateUnknownItems: false,
  })
  await turnOn(page, /^Auto Create Unknown Items/)
  await turnOn(page, /^Auto Create Unknown Customers/)
  expect(counted, 'nothing is read without consent').toEqual([])
  expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true)
  await page.getByRole('checkbox', { name: /^Kobling may read/ }).check()
  await page.getByRole('heading', { level: 3, name: 'Companies' }).waitFor()
  await next(page)

  await heading(page, 'Accounts and Company')
  const shipping = page.getByRole('combobox', { name: /^Shipping Charges Account/ })
  expect(await shipping.inputValue(), 'it is proposed from the chart of accounts').toBe('3060')
  await page.getByRole('combobox', { name: /^Country/ }).fill('NO')
  await page.getByRole('combobox', { name: /^Country/ }).blur()
  await next(page)

  await heading(page, 'First Import')
  await page.getByRole('row', { name: /^Open orders/ }).waitFor()
  expect(await all(page, 'shopifyOrders'), 'nothing is written before').toEqual([])
  await page.getByRole('button', { name: 'Start the First Import' }).click()
  const orders = page.getByRole('listitem').filter({ hasText: 'Sync Orders from Shopify' })
  await orders.getByText('Success', { exact: true }).waitFor()
  await next(page)

  // Whoever leaves the guide goes on where it was left.
  await heading(page, 'VAT')
  await page.goto('/going-live?shop=' + String(begun?.id))
  await heading(page, 'VAT')
  await page.getByText('All rates agree.').waitFor()
  await page.getByRole('checkbox', { name: 'For all states of the EU' }).check()
  await page.getByRole('button', { name: 'Show What Would Be Made' }).click()
  await page.getByRole('cell', { name: /^OSS-/ }).first().waitFor()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await page.getByText(/rates and \d+ templates were made/).waitFor()
  await page.getByText('All rates agree.').waitFor()
  await next(page)

  await heading(page, 'Schedules')
  await turnOn(page, /^Auto Create Sales Documents/)
  await page.getByRole('button', { name: /^Create \d Jobs?/ }).click()
  await page
    .getByRole('row', { name: /^Create Sales Orders/ })
    .getByText('Ready')
    .waitFor()
  expect(await page.getByText('Missing', { exact: true }).count()).toBe(0)
  await next(page)

  await heading(page, 'Check and Go Live')
  const goLive = page.getByRole('button', { name: 'Go Live' })
  const testOrder = page.getByRole('listitem').filter({ hasText: 'Test Order' })
  await testOrder.waitFor()
  const create = testOrder.getByRole('button', { name: 'Create Sales Orders' })
  // The schedule may have made the documents meanwhile.
  if (await create.isVisible()) await create.click()
  await testOrder.getByText('Done', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Check Again' }).click()
  await page.waitForFunction(() => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Go Live')
    return button && !button.disabled
  })
  await goLive.click()
  await page.getByText('The shop is live.').waitFor()
  const [live] = await all(page, 'shopifyShops')
  expect(live).toMatchObject({ allowOutgoingRequests: true, enabled: true, autoCreateOrders: true })
  const recurring = (await all(page, 'jobQueueEntries')).filter(({ recurringJob }) => recurringJob)
  expect(recurring.map(({ objectIdToRun }) => objectIdToRun)).toEqual(expect.arrayContaining([30103, 30104, 30108]))
  // And what recurs has run by itself.
  const scheduled = new Set(recurring.map(({ id }) => id))
  const runs = async () => {
    const log = await all(page, 'jobQueueLogEntries')
    const ended = log.filter(({ jobQueueEntryId, result }) => scheduled.has(jobQueueEntryId) && result === 'Success')
    return ended.map(({ objectIdToRun }) => objectIdToRun)
  }
  await expect.poll(runs, { timeout: 60_000 }).toEqual(expect.arrayContaining([30103, 30104, 30108]))
  expect(left, 'the guided setup was never left').toEqual([])
  expect(visitor.complaints).toEqual([])
})
