import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { settled, visit } from '../world/settled'

const here = journey({ orders: 4, imported: true })

/** What the store has said of its points is written down with the call that follows. */
async function isKnown(): Promise<boolean> {
  await here.world.post(`/shopifyShops/${await here.world.idOf('shopifyShops')}/Kobling.test`)
  const { value } = await here.world.get<{ value: { known: boolean }[] }>('/shopifyBudgets')
  return value[0]?.known === true
}

it('from the shop card one comes to what used up the points of its store, as a chart and as a table', async () => {
  const { page } = await here.user()
  await expect.poll(isKnown, { timeout: 30_000 }).toBe(true)
  await visit(page, `/shops/${await here.world.idOf('shopifyShops')}`)
  const facts = page.getByRole('region', { name: 'Shopify Budget' })
  await facts.getByRole('link', { name: /of 2,000$/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Shopify Budget' }).waitFor()
  await settled(page)
  const chart = page.getByRole('figure', { name: 'Points spent per minute' })
  await chart.getByText(/^Sync Orders from Shopify/).waitFor()
  await chart.getByText('The store restores 6,000 per minute').waitFor()

  await page.getByRole('button', { name: 'Show as a table' }).click()
  const table = page.getByRole('grid', { name: 'Points spent per minute' })
  await table.getByText('Sync Orders from Shopify').first().waitFor()
  await page.getByLabel('Time').selectOption('The last 24 hours')
  await page.waitForURL(/hours=24/)
  await page.reload()
  await settled(page)
  expect(await page.getByLabel('Time').inputValue()).toBe('24')
  await table.waitFor()
})

it('what is spent while one looks is shown without asking again', async () => {
  const { page } = await here.user()
  await visit(page, '/shopify-budget')
  const others = page.getByRole('figure').getByRole('listitem').filter({ hasText: 'No task' })
  const before = await others.textContent()
  await here.world.post(`/shopifyShops/${await here.world.idOf('shopifyShops')}/Kobling.test`)
  await expect.poll(() => others.textContent(), { timeout: 60_000 }).not.toBe(before)
})
