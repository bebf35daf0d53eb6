import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { settled } from '../world/settled'
import { bytesOf, loadedBy } from '../world/wire'

/** What the Role Center may take over the wire when nothing of it is in the cache. */
const LIMIT = 300_000

const here = journey({ orders: 4, imported: true })

it('the Role Center is loaded from an empty cache with less than 300 kB over the wire', async () => {
  const { page } = await here.user()
  const loaded = await loadedBy(page)
  await page.goto('/', { waitUntil: 'load' })
  await settled(page)

  const files = loaded()
  const total = bytesOf(files)
  const largest = files.slice(0, 5).map(({ url, bytes }) => `${url} ${bytes}`)
  console.log(`The Role Center takes ${total} bytes in ${files.length} answers; the largest: ${largest.join(', ')}`)
  const scripts = files.filter(({ url, bytes }) => url.endsWith('.js') && bytes > 2_000)
  expect(scripts.length).toBeGreaterThan(3)
  expect(scripts.filter(({ encoding }) => encoding !== 'br')).toEqual([])
  expect(total).toBeLessThan(LIMIT)
})
