import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openBrowser, VIEWS, Visitor } from './world/browser'
import { OUTSIDE, fileName, routes } from './world/routes'
import { visit } from './world/settled'
import { World } from './world/world'

/** Takes a picture of every page in every view, into a folder a view. */
export async function screenshots(folder: string): Promise<void> {
  const world = await World.open({ orders: 40, imported: true, synced: true })
  const browser = await openBrowser()
  try {
    const inside = await routes(world)
    for (const view of VIEWS) {
      const into = join(folder, `${view.language}-${view.theme}-${view.width}`)
      await mkdir(into, { recursive: true })
      const guest = await Visitor.open(browser, world.address, view)
      const user = await Visitor.open(browser, world.address, view)
      await user.signIn(world.administrator.user, world.administrator.password)
      for (const [{ page }, pages] of [[guest, OUTSIDE] as const, [user, inside] as const]) {
        for (const route of pages) {
          await visit(page, route)
          await page.screenshot({ path: join(into, `${fileName(route)}.png`), fullPage: true })
        }
      }
      await guest.close()
      await user.close()
    }
  } finally {
    await browser.close()
    await world.close()
  }
}
