import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { journey } from '../world/journey'
import { settled, visit } from '../world/settled'

const here = journey({ orders: 1 })

type Row = Readonly<Record<string, unknown>>

beforeAll(async () => {
  const { world } = here
  await world.post('/customers', { customerTemplateCode: 'DOMESTIC', displayName: 'Hytta Kafé', city: 'Geilo' })
  for (const [number, displayName, unitPrice] of [
    ['LAMP', 'Reading lamp', 500],
    ['ROPE', 'Rope, 20 m', 80],
  ]) {
    const item = { number, displayName, unitPrice, priceIncludesTax: true }
    await world.post('/items', { ...item, baseUnitOfMeasureCode: 'PCS', taxGroupCode: 'HIGH' })
  }
})

/** The rows of the lines, the one in which a new line begins last. */
const lines = (page: Page) => page.getByRole('table', { name: 'Lines' }).locator('tbody tr')
const total = (page: Page) => page.getByRole('complementary').locator('dd').last()

it('someone makes an order without a mouse after its customer is chosen', async () => {
  const { page } = await here.user()
  const changes: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH' && request.url().includes('/salesOrderLines/')) changes.push(request.url())
  })
  await visit(page, '/sales-orders')
  await page.getByRole('button', { name: 'New' }).click()
  await page.getByRole('combobox', { name: 'Sell-to Customer No.' }).fill('hytta')
  await page.getByRole('option', { name: /Hytta Kafé/ }).click()
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('heading', { level: 1, name: /Hytta Kafé/ }).waitFor()
  await settled(page)

  await lines(page).last().getByRole('combobox', { name: 'No.' }).focus()
  await page.keyboard.type('LAMP')
  await page.keyboard.press('Tab')
  const first = lines(page).first()
  await first.getByText('LAMP').waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Quantity')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await total(page).getByText('1,000.00').waitFor()

  await page.keyboard.press('Tab')
  await page.keyboard.type('rope')
  await page.getByRole('option', { name: /Rope, 20 m/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const second = lines(page).nth(1)
  await second.getByText('ROPE').waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Quantity')
  await page.keyboard.type('3')
  await page.keyboard.press('Tab')
  await total(page).getByText('1,240.00').waitFor()
  await second.getByRole('textbox', { name: 'Line Discount %' }).fill('50')
  await page.keyboard.press('Enter')
  await total(page).getByText('1,120.00').waitFor()
  // Two quantities and a discount: Enter sends what it leaves once.
  expect(changes).toHaveLength(3)
})

it('what is wrong with a line is said at the line', async () => {
  const { page } = await here.user()
  await visit(page, '/sales-orders')
  await page.getByRole('gridcell').getByRole('link').first().click()
  await settled(page)
  const quantity = lines(page).first().getByRole('textbox', { name: 'Qty. to Ship' })
  await quantity.fill('3')
  await page.keyboard.press('Tab')
  const alert = page.getByRole('alert').filter({ hasText: 'cannot ship more than 2 units' })
  await alert.waitFor()
  expect(await quantity.getAttribute('aria-invalid')).toBe('true')
  expect(await quantity.inputValue()).toBe('2')
})

it('someone posts the order, takes the invoice back, and both are settled', async () => {
  const { page } = await here.user()
  await visit(page, '/sales-orders')
  await page.getByRole('gridcell').getByRole('link').first().click()
  await settled(page)
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/salesOrders/*', async (route) => {
    if (route.request().method() === 'PATCH') await released
    await route.continue()
  })
  // What is entered while something is on its way follows it. The click leaves the field, and waits for both.
  await page.getByRole('textbox', { name: 'External Document No.' }).fill('PO-7')
  await page.getByRole('textbox', { name: 'Sell-to Customer Name' }).fill('Hytta Kafé AS')
  await page.getByRole('button', { name: 'Post …' }).click()
  expect(await page.getByRole('dialog').count()).toBe(0)
  release()
  await page.getByRole('dialog').getByRole('radio', { name: 'Ship and Invoice' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByText(/was posted as/).waitFor()
  const { value: invoices } = await here.world.get<{ value: Row[] }>('/salesInvoices')
  expect(invoices).toHaveLength(1)
  expect(invoices[0]).toMatchObject({ status: 'Open', totalAmountIncludingTax: 1120, externalDocumentNumber: 'PO-7' })
  expect(invoices[0]?.customerName).toBe('Hytta Kafé AS')

  await visit(page, `/sales-invoices/${String(invoices[0]?.id)}`)
  expect(await page.getByRole('textbox', { name: 'Quantity' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Create Corrective Credit Memo' }).click()
  await page.waitForURL(/\/sales-credit-memos\//)
  await settled(page)
  await total(page).waitFor()
  await page.getByRole('button', { name: 'Post …' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByText(/was posted as/).waitFor()
  const { value: memos } = await here.world.get<{ value: Row[] }>('/salesCreditMemos')
  expect(memos[0]).toMatchObject({ status: 'Corrective', totalAmountIncludingTax: 1120 })
  const { value: settledInvoices } = await here.world.get<{ value: Row[] }>('/salesInvoices')
  expect(settledInvoices[0]).toMatchObject({ status: 'Canceled', remainingAmount: 0 })
})
