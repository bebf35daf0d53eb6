import { describe, expect, it } from 'vitest'
import { violations } from '../world/axe'
import { journey } from '../world/journey'
import { visit } from '../world/settled'

const here = journey({ orders: 1 })

describe.each(['light', 'dark'] as const)('the gallery in %s', (theme) => {
  it.each(['Question', 'Form', 'Conflict', 'Run'])('opens the dialog "%s", which everyone can use', async (name) => {
    const { page } = await here.user(undefined, undefined, { language: 'en', theme, width: 1440 })
    await visit(page, '/gallery')
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it.each(['Success', 'Failure'])('shows the notification "%s", which everyone can use', async (name) => {
    const { page } = await here.user(undefined, undefined, { language: 'en', theme, width: 1440 })
    await visit(page, '/gallery')
    await page.getByRole('button', { name, exact: true }).click()
    await page.locator('[data-notice]').waitFor()
    expect(await violations(page)).toEqual([])
  })
})
