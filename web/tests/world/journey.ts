import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openBrowser, Visitor, type View } from './browser'
import { World, type Beginning } from './world'

/** A world for the tests of a file, and the people who visit it. */
export function journey(beginning: Beginning) {
  let world: World
  let browser: Browser
  const visitors: Visitor[] = []

  beforeAll(async () => {
    world = await World.open(beginning)
    browser = await openBrowser()
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(task.name, visitors)
    const complaints = visitors.flatMap((visitor) => visitor.complaints)
    await Promise.all(visitors.splice(0).map((visitor) => visitor.close()))
    expect(complaints, 'what the console complained of').toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  return {
    get world(): World {
      return world
    },
    /** Someone who has not signed in. */
    async guest(view?: View): Promise<Visitor> {
      const visitor = await Visitor.open(browser, world.address, view)
      visitors.push(visitor)
      return visitor
    },
    /** Someone who is signed in; the administrator, when nobody is named. */
    async user(
      name = world.administrator.user,
      password = world.administrator.password,
      view?: View,
    ): Promise<Visitor> {
      const visitor = await this.guest(view)
      await visitor.signIn(name, password)
      return visitor
    },
  }
}

/** What everyone saw when a test failed, in `tests/results`. */
async function keepPictures(test: string, visitors: readonly Visitor[]): Promise<void> {
  const name = test.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60)
  for (const [index, { page }] of visitors.entries()) {
    await page.screenshot({ path: `tests/results/${name}-${index}.png`, fullPage: true })
  }
}
