import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser, Visitor } from '../world/browser'
import { FreshWorld } from '../world/fresh'
import { PASSWORD } from '../world/world'

let world: FreshWorld
let browser: Browser

beforeAll(async () => {
  world = await FreshWorld.open(4)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await world?.close()
})

it('from the first start to the first sales order', async () => {
  const visitor = await Visitor.open(browser, world.address)
  const { page } = visitor
  await page.goto(world.firstStart)
  await page.getByRole('textbox', { name: /^Company/ }).fill('Fjord Outfitters AS')
  await page.getByRole('textbox', { name: /^User Name/ }).fill('kari')
  await page.getByLabel(/^Password/).fill(PASSWORD)
  await page.getByRole('checkbox').check()
  await page.locator('button[type=submit]').click()
  await page.getByRole('navigation').first().waitFor()
  await page.getByText('Fjord Outfitters AS').first().waitFor()

  await page.goto('/shops')
  await page.getByRole('button', { name: /^(New|Add)/ }).click()
  await page.getByRole('radio', { name: /^With an access token/ }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('textbox', { name: /^Domain/ }).fill('https://admin.shopify.com/store/devstore/orders')
  await page.getByRole('textbox', { name: /^Code/ }).fill('DEMO')
  await page.getByRole('textbox', { name: /Admin.*URL/i }).fill(world.store.address)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel(/^Access token/).fill('shpat_devstore')
  await page.getByRole('button', { name: 'Connect and test' }).click()
  await page.getByText('The app may do what Kobling needs.').waitFor()
  await page.getByRole('button', { name: 'Open the shop card' }).click()
  await page.getByRole('heading', { level: 1, name: 'DEMO' }).waitFor()
  await page.getByRole('button', { name: 'Enable' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Enable' }).click()
  await page.getByRole('button', { name: 'Disable' }).waitFor()
  const shipping = page.getByRole('combobox', { name: /^Shipping Charges Account/ })
  await shipping.fill('3060')
  await shipping.blur()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' })

  for (const [task, name] of [
    ['30104', 'Sync Orders from Shopify'],
    ['30103', 'Create Sales Orders'],
  ] as const) {
    await page.goto(`/tasks/${task}?shop=DEMO`)
    await page.getByRole('button', { name: 'Run now' }).click()
    await page.getByText(`${name} is queued.`).waitFor()
    await page.goto('/job-queue-log')
    const run = page.getByRole('row').filter({ hasText: name }).first()
    await run.getByText('Success', { exact: true }).waitFor()
  }

  await page.goto('/sales-orders')
  await page.getByRole('grid').getByRole('link').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/sales-orders\/[0-9a-f-]{36}$/)
  expect(visitor.complaints).toEqual([])
})
