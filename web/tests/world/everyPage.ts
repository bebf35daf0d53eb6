import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from './axe'
import { openBrowser, turns, Visitor, type View } from './browser'
import { OUTSIDE, routes } from './routes'
import { visit } from './settled'
import { World } from './world'

/** Tests every page in a language: that everyone can use it, that it fits the screen, and that nothing complains. */
export function everyPage(language: View['language']): void {
  let world: World
  let browser: Browser
  let inside: readonly string[]

  beforeAll(async () => {
    world = await World.open({ orders: 12, imported: true, synced: true })
    browser = await openBrowser()
    inside = await routes(world)
  })

  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  it(`in '${language}', every page can be used by everyone, fits the screen and complains of nothing`, async () => {
    const views = turns(language)
    const guest = await Visitor.open(browser, world.address, views[0])
    const user = await Visitor.open(browser, world.address, views[0])
    await user.signIn(world.administrator.user, world.administrator.password)
    const found: Record<string, string[]> = {}
    for (const [visitor, routes] of [[guest, OUTSIDE] as const, [user, inside] as const]) {
      for (const [at, route] of routes.entries()) {
        const view = views[at % views.length] as View
        await visit(visitor.page, route)
        await visitor.look(view)
        const wrong = await complaints(visitor)
        if (wrong.length) found[`${route} in ${view.theme}, ${view.width} pixels wide`] = wrong
      }
    }
    await guest.close()
    await user.close()
    expect(found).toEqual({})
  }, 1_800_000)
}

/** What is wrong with the page as it is looked at. */
async function complaints({ page, complaints }: Visitor): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [
    ...(await violations(page)),
    ...(wide > 0 ? [`it is ${wide} pixels wider than the screen`] : []),
    ...complaints.splice(0),
  ]
}
