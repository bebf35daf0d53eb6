import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from './axe'
import { openBrowser, TESTED, Visitor, type View } from './browser'
import { OUTSIDE, routes } from './routes'
import { visit } from './settled'
import { World } from './world'

/** Tests every page in a language: that everyone can use it, that it fits the screen, and that nothing complains. */
export function everyPage(language: View['language']): void {
  let world: World
  let browser: Browser
  let inside: readonly string[]

  beforeAll(async () => {
    world = await World.open({ orders: 12, imported: true })
    browser = await openBrowser()
    inside = await routes(world)
  })

  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  describe.each(TESTED.filter((view) => view.language === language))(
    'every page, in $language, $theme, $width pixels wide',
    (view) => {
      it('can be used by everyone, fits the screen and complains of nothing', async () => {
        const guest = await Visitor.open(browser, world.address, view)
        const user = await Visitor.open(browser, world.address, view)
        await user.signIn(world.administrator.user, world.administrator.password)
        const found: Record<string, string[]> = {}
        for (const [visitor, routes] of [[guest, OUTSIDE] as const, [user, inside] as const]) {
          for (const route of routes) {
            const page = visitor.page
            await visit(page, route)
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
            const wrong = [
              ...(await violations(page)),
              ...(wide > 0 ? [`it is ${wide} pixels wider than the screen`] : []),
              ...visitor.complaints.splice(0),
            ]
            if (wrong.length) found[route] = wrong
          }
        }
        await guest.close()
        await user.close()
        expect(found).toEqual({})
      }, 600_000)
    },
  )
}
