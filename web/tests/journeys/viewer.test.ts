import { beforeAll, expect, it } from 'vitest'
import { steps } from '../../src/areas/goingLive/steps'
import { PASSWORD } from '../world/world'
import { journey } from '../world/journey'
import { routes } from '../world/routes'
import { settled, visit } from '../world/settled'

const here = journey({ orders: 4, imported: true, synced: true })
/** What only those may press who may change or run something; not the heading of a column, *Start Date/Time*. */
const CHANGES =
  /^(New|Add|Delete|Save|Set to Ready|Set On Hold|Restart|Retry|Sync|Enable|Disable|Connect|Test|Run|Schedule|Create|Start(?! Date)|Import Again|Go Live)\b/

beforeAll(() => here.world.addUser('VIEWER', 'Viewer'))

it('a viewer begins no guided setup and is asked for no consent', async () => {
  const { page } = await here.user('VIEWER', PASSWORD)
  const shop = await here.world.idOf('shopifyShops')
  await visit(page, `/going-live?shop=${shop}`)
  await page.getByText('You may look at this page, but not run it').waitFor()
  expect(await page.getByRole('button', { name: 'Begin' }).count()).toBe(0)
  await here.world.post(`/shopifyShops/${shop}/Kobling.beginSetupGuide`)
  await here.world.post(`/shopifyShops/${shop}/Kobling.disable`)
  await visit(page, `/going-live?shop=${shop}&step=Sync`)
  await page.getByRole('heading', { level: 2, name: 'Choose What to Sync' }).waitFor()
  expect(await page.getByRole('checkbox', { name: 'Kobling may read' }).count()).toBe(0)
  await here.world.post(`/shopifyShops/${shop}/Kobling.enable`)
})

it('a viewer reads every page and is offered no change', async () => {
  const { page } = await here.user('VIEWER', PASSWORD)
  const pages = (await routes(here.world)).filter(
    (route) => !/^\/(users|api-tokens|audit-log|outbound-webhook|gallery|tasks)/.test(route),
  )
  for (const route of pages) {
    await visit(page, route)
    const buttons = page.locator('main').getByRole('button', { name: CHANGES, disabled: false })
    expect(await buttons.allInnerTexts(), route).toEqual([])
    expect(await page.locator('main').getByRole('switch', { disabled: false }).count(), route).toBe(0)
  }
}, 600_000)

it('a viewer may look at a request page, and not run it', async () => {
  const { page } = await here.user('VIEWER', PASSWORD)
  await visit(page, '/tasks/30104')
  await page.getByText('You may look at this page, but not run it').waitFor()
  expect(await page.getByRole('button', { name: 'Run now' }).isDisabled()).toBe(true)
})

it('the server refuses a viewer, too', async () => {
  const { context, page } = await here.user('VIEWER', PASSWORD)
  await visit(page, '/')
  await settled(page)
  const shop = await here.world.idOf('shopifyShops')
  const data = { object: 30104 }
  const headers = { origin: here.world.address, 'sec-fetch-site': 'same-origin' }
  const answer = await context.request.post(`/api/v1/shopifyShops/${shop}/Kobling.sync`, { data, headers })
  expect(answer.status()).toBe(403)
})

it('a viewer goes through the guided setup of a shop, and leaves it where it is', async () => {
  const { page } = await here.user('VIEWER', PASSWORD)
  const shop = await here.world.idOf('shopifyShops')
  await here.world.post(`/shopifyShops/${shop}/Kobling.beginSetupGuide`)
  const guide = () => here.world.get(`/shopifyShops/${shop}/Kobling.setupGuide`)
  const before = await guide()
  await visit(page, `/going-live?shop=${shop}&step=${steps[0]}`)
  for (const step of steps.slice(1)) {
    await page.getByRole('button', { name: 'Next' }).click()
    await page.waitForURL(new RegExp(`step=${step}`))
    await settled(page)
  }
  expect(await guide()).toEqual(before)
})
