import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { visit } from '../world/settled'

const here = journey({ orders: 1, known: true })

/** Goes through the guide to the store, with the client id and the client secret of an app. */
async function goToStore(page: Page, secret: string) {
  await page.getByRole('radio', { name: /^Let the App In/ }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('heading', { level: 2, name: 'Which store?' }).waitFor()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel(/^Client ID/).fill('devstore')
  await page.getByLabel(/^Client secret/).fill(secret)
  await page.getByRole('button', { name: 'Go to the store' }).click()
}

it('a person lets the app into the store, and comes back to a shop that is connected', async () => {
  const { page } = await here.user()
  const id = await here.world.idOf('shopifyShops')
  await visit(page, `/connect-shop?shop=${id}`)
  await goToStore(page, 'devstore-secret')
  await page.waitForURL(`**/shops/${id}`)
  await page.getByRole('heading', { level: 1, name: 'DEMO' }).waitFor()
  await page.getByText('Connected', { exact: true }).first().waitFor()
  const { connectionType } = await here.world.get<{ connectionType: string }>(`/shopifyShops/${id}`)
  expect(connectionType).toBe('Refresh Token')
})
