import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { visit } from '../world/settled'

const here = journey({ orders: 1 })

it('someone enters goods that were found, posts them and sees that they are available', async () => {
  const { page } = await here.user()
  const { value } = await here.world.get<{ value: { number: string }[] }>("/items?$top=1&$filter=type eq 'Inventory'")
  const item = value[0]?.number ?? ''
  const available = async () => {
    const path = `/itemAvailability?itemNumber='${item}'&locationCode=MAIN`
    const { value } = await here.world.get<{ value: { inventory: number }[] }>(path)
    return value[0]?.inventory ?? 0
  }
  const before = await available()

  await visit(page, '/item-journals/adjustments')
  const line = page.getByRole('row').last()
  await line.getByLabel('Item No.').fill(item)
  await line.getByLabel('Item No.').press('Tab')
  await line.getByLabel('Location Code', { exact: true }).fill('MAIN')
  await line.getByLabel('Location Code', { exact: true }).press('Tab')
  await line.getByLabel('Quantity').fill('7')
  await line.getByLabel('Quantity').press('Tab')
  await page.getByRole('button', { name: 'Delete the line' }).waitFor()
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByText('One line was posted.').waitFor()
  expect(await available()).toBe(before + 7)

  await visit(page, `/item-availability?itemNumber=${item}&locationCode=MAIN`)
  await page.getByRole('cell', { name: item }).waitFor()
  await page.getByRole('rowheader', { name: 'Total' }).waitFor()
})
