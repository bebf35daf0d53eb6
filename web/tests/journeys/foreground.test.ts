import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { visit } from '../world/settled'

const here = journey({ orders: 6 })

type List = { readonly value: readonly Readonly<Record<string, unknown>>[] }

it('with "Run Syncs in Background" off, a sync is waited for in a dialog', async () => {
  const { page } = await here.user()
  await visit(page, `/shops/${await here.world.idOf('shopifyShops')}`)
  await page.getByRole('switch', { name: /^Run Syncs in Background/ }).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' })
  expect((await here.world.get<List>('/shopifyShops')).value[0]).toMatchObject({ allowBackgroundSyncs: false })

  await here.world.store.slow(400)
  await visit(page, '/tasks/30104')
  await page.getByRole('button', { name: 'Run now' }).click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog.getByRole('progressbar').waitFor()
  await dialog.getByText('Success', { exact: true }).waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })

  const { value } = await here.world.get<List>('/jobQueueLogEntries?$orderby=startDateTime desc')
  expect(value[0]).toMatchObject({ objectIdToRun: 30104, result: 'Success' })
  expect((await here.world.get<List>('/shopifyOrders')).value.length).toBeGreaterThan(0)
})
