import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { tabTo } from '../world/keyboard'
import { settled, visit } from '../world/settled'

const here = journey({ orders: 1 })

const active = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

it('a store is connected by keyboard alone, and a wrong token is put right where it was entered', async () => {
  const { page } = await here.user()
  await page.goto('/shops')
  await settled(page)
  await tabTo(page, 'button', 'New')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Connect a Shopify Store' }).waitFor()
  await tabTo(page, 'radio', /^With an app of your own/)
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'button', 'Next')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Which store?' }).waitFor()
  expect(await active(page), 'the focus is where the step begins').toBe('Which store?')

  await tabTo(page, 'textbox', /^Domain/)
  await page.keyboard.type('https://admin.shopify.com/store/devstore')
  await tabTo(page, 'textbox', /Admin.*URL/i)
  await page.keyboard.type(here.world.store.address)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'What does it need?' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type('shpat_wrong')
  await page.keyboard.press('Enter')
  await page
    .getByText(/does not accept the access token/)
    .first()
    .waitFor()
  await page.getByLabel(/^Access token/).fill('shpat_devstore')
  await page.keyboard.press('Enter')
  await page.getByText('The app may do what Kobling needs.').waitFor()
  expect(await page.getByRole('list', { name: 'Access scopes' }).getByRole('listitem').count()).toBe(5)
  await tabTo(page, 'button', 'Open the shop card')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'DEVSTORE' }).waitFor()
  await page.getByText('Connected', { exact: true }).first().waitFor()
})

it('a shop whose token is taken back says so on its card and in the list, until it is connected again', async () => {
  const { page } = await here.user()
  const id = await here.world.idOf('shopifyShops')
  await here.world.connect('shpat_wrong')
  await visit(page, `/shops/${id}`)
  await page.getByRole('button', { name: 'Test Connection' }).click()
  await page.getByText('The shop is not connected.').waitFor()
  await page.goto('/shops')
  await page.getByText('Not Connected', { exact: true }).waitFor()
  await page.goto(`/shops/${id}`)
  await page.getByRole('button', { name: 'Connect again' }).first().click()
  await page.getByRole('radio', { name: /^With an access token/ }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel(/^Access token/).fill('shpat_devstore')
  await page.getByRole('button', { name: 'Connect and test' }).click()
  await page.getByRole('button', { name: 'Open the shop card' }).click()
  await page.getByRole('heading', { level: 1, name: 'DEMO' }).waitFor()
  expect(await page.getByText('The shop is not connected.').count()).toBe(0)
})
