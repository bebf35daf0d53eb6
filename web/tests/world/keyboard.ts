import type { Page } from 'playwright-core'

/** No page has so many stops that this does not reach the last. */
const STOPS = 120

/** Presses Tab until the focus is on what has that role and name. */
export async function tabTo(
  page: Page,
  role: 'button' | 'textbox' | 'radio' | 'combobox' | 'grid' | 'link',
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name }).first()
  for (let stop = 0; stop < STOPS; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to the ${role} ${String(name)}`)
}
