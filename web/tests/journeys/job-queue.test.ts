import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { visit } from '../world/settled'

const here = journey({ orders: 3 })

it('a job fails, the Role Center says so, and it is restarted there', async () => {
  const { page } = await here.user()
  await here.world.store.break({ kind: 'status', status: 403 })
  await visit(page, '/tasks/30104')
  await page.getByRole('button', { name: 'Run now' }).click()
  await page.getByText('Sync Orders from Shopify is queued.').waitFor()

  await visit(page, '/')
  await page.getByText('A job has failed.').waitFor()
  await page.getByRole('button', { name: 'Show more details' }).click()
  await page.getByText('The last run failed.').waitFor()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Show Error' }).click()
  await page
    .getByRole('dialog')
    .getByText(/refuses the request/)
    .waitFor()
  await page.keyboard.press('Escape')

  await here.world.store.mend()
  await visit(page, '/')
  await page.getByRole('button', { name: 'Restart failed job' }).click()
  await page.getByText('A job has failed.').waitFor({ state: 'detached' })

  await visit(page, '/job-queue-timeline')
  await page.getByText(/runs, 1 failed/).waitFor()
  await page.getByLabel('Time', { exact: true }).selectOption('The last hour')
  await page.getByRole('button', { name: 'Show as a table' }).click()
  await page.getByRole('grid').waitFor()
  expect(new URL(page.url()).search, 'the choice is kept in the address').toBe('?hours=1&table=1')
})

it('the guide sets when people are told, and does not let wrong thresholds pass', async () => {
  const { page } = await here.user()
  await visit(page, '/job-queue-setup')
  await page.getByText('As soon as a job has failed').waitFor()
  await page.getByRole('button', { name: 'Set up notifications' }).click()
  const guide = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  const next = guide.getByRole('button', { name: 'Next' })
  for (const step of ['Participants', 'Notification type', 'Notification time']) {
    await next.click()
    await guide.getByRole('heading', { name: step }).waitFor()
  }
  await guide.getByRole('radio', { name: /^Once as many/ }).check()
  const second = guide.getByRole('textbox', { name: /^Urgent/ })
  await second.fill('2')
  await second.press('Enter')
  await guide.getByText('It must not be less than the first.').waitFor()
  expect(await next.isDisabled()).toBe(true)
  await second.fill('7')
  await second.press('Enter')
  await next.click()
  await guide.getByRole('button', { name: 'Finish' }).click()
  await guide.waitFor({ state: 'detached' })
  await page.getByText('From 3 failed jobs on; urgent from 7 on').waitFor()
})

it('an administrator makes a category and becomes an administrator of the job queue', async () => {
  const { page } = await here.user()
  await visit(page, '/job-queue-categories')
  await page.getByRole('button', { name: 'New' }).click()
  await page.getByRole('dialog').getByLabel('Code').fill('nightly')
  await page.getByRole('dialog').getByLabel('Description').fill('What runs at night')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('row').filter({ hasText: 'NIGHTLY' }).waitFor()

  await visit(page, '/job-queue-setup')
  await page.getByLabel('User name').selectOption(here.world.administrator.user)
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('button', { name: `Remove ${here.world.administrator.user}` }).waitFor()
})
