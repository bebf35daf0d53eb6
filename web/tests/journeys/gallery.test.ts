import { expect, it } from 'vitest'
import { violations } from '../world/axe'
import { journey } from '../world/journey'
import { visit } from '../world/settled'

const here = journey({ orders: 1 })

it.each(['light', 'dark'] as const)('in %s, everyone can use what the gallery opens', async (theme) => {
  const { page } = await here.user(undefined, undefined, { language: 'en', theme, width: 1440 })
  await visit(page, '/gallery')
  const found: Record<string, string[]> = {}
  for (const name of ['Question', 'Form', 'Conflict', 'Run', 'Guide', 'Cancel', 'Call stack']) {
    await page.getByRole('button', { name, exact: true }).click()
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
    await dialog.waitFor()
    found[name] = await violations(page, '[role=dialog], [role=alertdialog]')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  for (const name of ['Success', 'Failure']) {
    await page.getByRole('button', { name, exact: true }).click()
    await page.locator(`[data-notice=${name.toLowerCase()}]`).waitFor()
    found[name] = await violations(page, '[data-notice]')
  }
  expect(found).toEqual({
    Question: [],
    Form: [],
    Conflict: [],
    Run: [],
    Guide: [],
    Cancel: [],
    'Call stack': [],
    Success: [],
    Failure: [],
  })
})
