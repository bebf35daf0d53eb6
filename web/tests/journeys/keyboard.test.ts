import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { tabTo } from '../world/keyboard'
import { settled } from '../world/settled'

const here = journey({ orders: 3 })

it('someone signs in, runs a sync and reads its log without a mouse', async () => {
  const { page } = await here.guest()
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabTo(page, 'textbox', /^User Name/)
  await page.keyboard.type(here.world.administrator.user)
  await page.keyboard.press('Tab')
  await page.keyboard.type(here.world.administrator.password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()

  await page.keyboard.press('Alt+q')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.type('sync orders')
  await page.getByRole('option', { name: /^Sync Orders from Shopify/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Sync Orders from Shopify' }).waitFor()
  await settled(page)
  await tabTo(page, 'button', 'Run now')
  await page.keyboard.press('Enter')
  await page
    .getByText(/Sync Orders from Shopify.*(queue|started|waiting)/i)
    .first()
    .waitFor()

  await page.keyboard.press('Alt+q')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.type('job queue log')
  await page.getByRole('option', { name: /^Job Queue Log Entries/ }).waitFor()
  await page.keyboard.press('Enter')
  const row = page.getByRole('row').filter({ hasText: 'Shopify Sync of Orders for shop(s) DEMO' })
  await row.getByText('Success', { exact: true }).waitFor()
  await tabTo(page, 'grid', 'Job Queue Log Entries')
  const active = () => page.getByRole('grid').getAttribute('aria-activedescendant')
  const before = await active()
  await page.keyboard.press('ArrowRight')
  expect(await active()).not.toBe(before)
})
