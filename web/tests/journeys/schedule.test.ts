import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { visit } from '../world/settled'

const here = journey({ orders: 3 })

type Entry = Readonly<Record<string, unknown>>

it('someone schedules a recurring sync of paid orders from its request page', async () => {
  const { page } = await here.user()
  await visit(page, '/tasks/30104')

  const paid = page.getByRole('combobox', { name: 'Fully Paid' })
  await paid.fill('Yes|')
  await page.getByText('at character 5 of the filter').waitFor()
  await paid.fill('Yes')
  await page.getByText('at character 5 of the filter').waitFor({ state: 'detached' })

  await page.getByRole('radio', { name: 'Recurring' }).check()
  await page.getByRole('checkbox', { name: 'Saturday' }).check()
  await page.getByRole('textbox', { name: 'Starting Time' }).fill('8')
  await page.getByRole('textbox', { name: 'Ending Time' }).fill('1600')
  await page.getByRole('textbox', { name: 'No. of Minutes between Runs' }).fill('30')
  const runs = page.getByRole('list', { name: /^The next runs/ }).getByRole('listitem')
  await runs.filter({ hasText: /:30$/ }).first().waitFor()
  expect(await runs.count()).toBe(10)

  await page.getByRole('textbox', { name: 'Description' }).fill('Paid orders every half hour')
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByRole('heading', { level: 1, name: 'Paid orders every half hour' }).waitFor()

  const { value } = await here.world.get<{ value: Entry[] }>('/jobQueueEntries')
  expect(value).toHaveLength(1)
  expect(value[0]).toMatchObject({
    description: 'Paid orders every half hour',
    recurringJob: true,
    scope: 'DEMO',
    runOnMonday: true,
    runOnSaturdays: true,
    runOnSundays: false,
    startingTime: '08:00:00',
    endingTime: '16:00:00',
    numberOfMinutesBetweenRuns: 30,
    maxNumberAttemptsToRun: 3,
  })
  expect(JSON.parse(String(value[0]?.parameterString))).toMatchObject({
    filters: { 'OrdersToImport.fullyPaid': 'Yes' },
  })
})

it('someone changes a schedule on its card', async () => {
  const { page } = await here.user()
  await visit(page, '/job-queue')
  await page.getByRole('link', { name: 'Paid orders every half hour' }).click()
  await page.getByText('Set the entry on hold to change it.').waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Set On Hold' }).last().click()

  await page.getByRole('textbox', { name: 'No. of Minutes between Runs' }).fill('120')
  await page.getByRole('switch', { name: 'Run on Saturdays' }).uncheck()
  await page
    .getByRole('list', { name: /^The next runs/ })
    .getByRole('listitem')
    .filter({ hasText: /10:00$/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Report Request Page' }).click()
  const paid = page.getByRole('combobox', { name: 'Fully Paid' })
  await paid.fill('Yes|')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('at character 5 of the filter').waitFor()
  await paid.fill('No')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' })

  const { value } = await here.world.get<{ value: Entry[] }>('/jobQueueEntries?$filter=objectIdToRun eq 30104')
  expect(value).toHaveLength(1)
  expect(value[0]).toMatchObject({ status: 'On Hold', numberOfMinutesBetweenRuns: 120, runOnSaturdays: false })
  expect(JSON.parse(String(value[0]?.parameterString))).toMatchObject({
    filters: { 'OrdersToImport.fullyPaid': 'No' },
  })
})

it('someone plans a single run for a day that is written in short', async () => {
  const { page } = await here.user()
  await visit(page, '/tasks/30103?shop=DEMO')
  await page.getByRole('radio', { name: 'Once, later' }).check()
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByText('Write the date of the run.').waitFor()

  await page.getByRole('textbox', { name: 'Date' }).fill('t+1')
  await page.getByRole('textbox', { name: 'Time', exact: true }).fill('0730')
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.waitForURL(/\/job-queue\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { level: 1, name: 'Create Sales Orders' }).waitFor()

  const { value } = await here.world.get<{ value: Entry[] }>('/jobQueueEntries?$filter=objectIdToRun eq 30103')
  expect(value).toHaveLength(1)
  expect(value[0]).toMatchObject({ status: 'Ready', recurringJob: false, scope: 'DEMO' })
  const start = new Date(String(value[0]?.earliestStartDateTime))
  expect(new Intl.DateTimeFormat('nb-NO', { timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(start)).toBe('07:30')
})
