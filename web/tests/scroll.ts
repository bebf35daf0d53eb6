import { openBrowser, Visitor } from './world/browser'
import { ride, summed, type Ride } from './world/frames'
import { settled, visit } from './world/settled'
import { bytesOf, loadedBy } from './world/wire'

/** The time between two pictures of a screen, in milliseconds. */
const FRAME = 1_000 / 60
const SECONDS = 8

/** How the loaded rows are gone through. */
const RIDES: Readonly<Record<string, Ride>> = {
  /** What the browser and the machine make of a page on which nothing happens. */
  atRest: { speed: 0, seconds: SECONDS },
  /** As with a wheel: thirty notches a second. */
  wheel: { speed: 3_000, seconds: SECONDS },
  /** As with the scroll bar: in each frame most of the rows are new. */
  fling: { speed: 36_000, seconds: SECONDS },
}

/** Where, and who looks. */
export type Site = { readonly address: string; readonly user: string; readonly password: string }

/** Measures the first load of the Role Center, and how Shopify Orders scrolls until and after `wanted` are loaded. */
export async function scroll({ address, user, password }: Site, wanted: number) {
  const browser = await openBrowser()
  try {
    const visitor = await Visitor.open(browser, address)
    const { page } = visitor
    await visitor.signIn(user, password)
    const loaded = await loadedBy(page)
    await page.goto('/', { waitUntil: 'load' })
    await settled(page)
    const firstLoad = loaded()

    await visit(page, '/orders')
    const grid = page.getByRole('grid')
    const loading = await ride(grid, { speed: Infinity, seconds: 300, until: wanted })
    if (loading.rowsLoaded < wanted) throw new Error(`only ${loading.rowsLoaded} of ${wanted} rows were loaded`)
    const rides = { loading: summed(loading, FRAME) } as Record<string, ReturnType<typeof summed>>
    for (const [name, along] of Object.entries(RIDES)) rides[name] = summed(await ride(grid, along), FRAME)
    if (visitor.complaints.length) throw new Error(`the console complained: ${visitor.complaints.join('; ')}`)
    return {
      browser: browser.version(),
      frame: FRAME,
      rowsLoaded: loading.rowsLoaded,
      rides,
      firstLoad: { bytes: bytesOf(firstLoad), answers: firstLoad.length },
    }
  } finally {
    await browser.close()
  }
}
