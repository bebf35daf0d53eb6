import type { Page } from 'playwright-core'

/** Opens a page and waits until its heading stands and nothing of it is loading any more. */
export async function visit(page: Page, route: string): Promise<void> {
  await page.goto(route)
  await settled(page)
}

/** Waits until the page has a heading, neither a spinner nor a skeleton, and no colour that is still changing. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(
    () =>
      !document.querySelector(
        '[role="progressbar"]:not([aria-valuenow]), [aria-busy="true"], .fui-Skeleton, .fui-Spinner',
      ),
  )
  await page.evaluate(() => document.fonts.ready)
  // What never ends can't be waited for.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  )
}
