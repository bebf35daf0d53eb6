import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { visit } from '../world/settled'

const here = journey({ orders: 4 })

it('a sync fails, its cue says so, its remedy is followed, and the retry succeeds', async () => {
  const { page } = await here.user()
  await here.world.store.break({ kind: 'status', status: 403 })
  await visit(page, '/tasks/30104')
  await page.getByRole('button', { name: 'Run now' }).click()
  await page.getByText('Sync Orders from Shopify is queued.').waitFor()

  await visit(page, '/')
  const cue = page.getByRole('link', { name: /^Synchronization Errors: [1-9]/ })
  await cue.click()
  const run = page.getByRole('row').filter({ hasText: 'Shopify Sync of Orders for shop(s) DEMO' }).first()
  await run.waitFor()
  await run.getByText('Error', { exact: true }).waitFor()

  await visit(page, '/')
  await page.getByRole('link', { name: /^Job Queue Entries.* Error.*: 1|^Error.*: 1|^Failed.*: 1/ }).click()
  await page.getByRole('link', { name: 'Shopify Sync of Orders for shop(s) DEMO' }).click()
  await page.getByRole('heading', { level: 1, name: 'Shopify Sync of Orders for shop(s) DEMO' }).waitFor()
  await page
    .getByText(/refuses the request/)
    .first()
    .waitFor()

  await here.world.store.mend()
  const restarted = page.waitForResponse((answer) => answer.url().endsWith('/Kobling.restart') && answer.ok())
  await page.getByRole('button', { name: 'Restart' }).click()
  await restarted
  await visit(page, '/job-queue-log')
  const newest = page.getByRole('row').filter({ hasText: 'Shopify Sync of Orders for shop(s) DEMO' }).first()
  await newest.getByText('Success', { exact: true }).waitFor()

  const { value } = await here.world.get<{ value: unknown[] }>('/shopifyOrders')
  expect(value.length).toBeGreaterThan(0)
})

it('a refused call is read as it was sent and answered, and what can’t be read says why', async () => {
  const { page } = await here.user()
  await page.route('**/shopifyLogEntries/*/response', (route) =>
    route.fulfill({
      status: 400,
      json: { error: { code: 'invalid', message: 'the log can’t be read: try again later' } },
    }),
  )
  await visit(page, '/shopify-log')
  await page.getByRole('row').filter({ hasText: '403' }).first().getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Details' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Request', { exact: true }).getByText('query OrdersPage').waitFor()
  const response = dialog.getByRole('region', { name: 'Response' })
  await response.getByText('The log can’t be read.').waitFor()

  await page.unroute('**/shopifyLogEntries/*/response')
  await response.getByRole('button', { name: 'Try again' }).click()
  await response.locator('pre').waitFor()
})
