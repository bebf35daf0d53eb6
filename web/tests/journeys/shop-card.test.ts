import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { visit } from '../world/settled'

const here = journey({ orders: 3 })

type Log = { readonly objectIdToRun: number; readonly result: string; readonly jobQueueEntryId: string }
type List<T> = { readonly value: readonly T[] }

const runs = () => here.world.get<List<Log>>('/jobQueueLogEntries?$orderby=startDateTime desc')

it('with "Run Syncs in Background" on, a sync is queued, and whoever wants is not told so any more', async () => {
  const { page } = await here.user()
  const card = `/shops/${await here.world.idOf('shopifyShops')}`
  await visit(page, card)
  const sync = page.getByRole('button', { name: 'Sync Orders from Shopify', exact: true })
  const notice = page.locator('[data-notice="success"]')

  await sync.click()
  await notice.getByText('Sync Orders from Shopify is queued.').waitFor()
  await notice.getByRole('link', { name: 'Show log' }).click()
  await page.waitForURL(/\/job-queue-log\?filter\.jobQueueEntryId=/)
  await page.getByRole('grid').getByText('Success', { exact: true }).waitFor()
  expect((await runs()).value).toMatchObject([{ objectIdToRun: 30104, result: 'Success' }])

  await visit(page, card)
  await page.getByRole('button', { name: 'Synchronize' }).click()
  await page.getByRole('menuitem', { name: 'Sync All', exact: true }).click()
  await notice.getByText('Sync All: 4 jobs are queued.').waitFor()
  await notice.getByRole('button', { name: "Don't show again" }).click()
  await notice.waitFor({ state: 'detached' })
  const objects = async () => (await runs()).value.map((run) => run.objectIdToRun).sort((one, other) => one - other)
  // Prices and catalog prices, and stock and disputes beside them.
  await expect.poll(objects).toEqual([30102, 30104, 30108, 30116, 30120])

  await sync.click()
  await expect.poll(async () => (await runs()).value.length).toBe(6)
  expect(await notice.count()).toBe(0)
})

it('with it off, the same sync is waited for, and ends as a run of its own', async () => {
  const { page } = await here.user()
  await visit(page, `/shops/${await here.world.idOf('shopifyShops')}`)
  await page.getByRole('switch', { name: /^Run Syncs in Background/ }).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' })
  const before = (await runs()).value.length

  await here.world.store.slow(400)
  await page.getByRole('button', { name: 'Sync Orders from Shopify', exact: true }).click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog.getByRole('progressbar').waitFor()
  await dialog.getByText('Success', { exact: true }).waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
  const { value } = await runs()
  expect([value.length, value[0]?.objectIdToRun]).toEqual([before + 1, 30104])
})

it('a group of the card shows what few people need, and what another field forbids is only shown', async () => {
  const { page } = await here.user()
  await visit(page, `/shops/${await here.world.idOf('shopifyShops')}`)
  const group = page.getByRole('region', { name: 'Item Synchronization' })
  await group.getByRole('button', { name: 'Item Synchronization' }).click()
  const update = group.getByRole('switch', { name: /^Can Update Shopify Products/ })
  expect(await update.count()).toBe(0)
  await group.getByRole('combobox', { name: /^Sync Item$/ }).selectOption('To Shopify')
  await update.waitFor()
  await group.getByRole('button', { name: 'Show more' }).click()
  await group.getByText('UoM as Variant').first().waitFor()
})
