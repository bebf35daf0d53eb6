import { expect, it } from 'vitest'
import { journey } from '../world/journey'
import { settled } from '../world/settled'

/** What the Role Center may take over the wire when nothing of it is in the cache. */
const LIMIT = 300_000

const here = journey({ orders: 4, imported: true })

it('the Role Center is loaded from an empty cache with less than 300 kB over the wire', async () => {
  const { context, page } = await here.user()
  const wire = await context.newCDPSession(page)
  const loaded = new Map<string, { url: string; encoding: string; bytes: number }>()
  await wire.send('Network.enable')
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    const encoding = response.headers['content-encoding'] ?? ''
    loaded.set(requestId, { url: new URL(response.url).pathname, encoding, bytes: 0 })
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = loaded.get(requestId)
    if (file) file.bytes = encodedDataLength
  })
  await page.goto('/', { waitUntil: 'load' })
  await settled(page)

  const files = [...loaded.values()].sort((a, b) => b.bytes - a.bytes)
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const largest = files.slice(0, 5).map(({ url, bytes }) => `${url} ${bytes}`)
  console.log(`The Role Center takes ${total} bytes in ${files.length} answers; the largest: ${largest.join(', ')}`)
  const scripts = files.filter(({ url, bytes }) => url.endsWith('.js') && bytes > 2_000)
  expect(scripts.length).toBeGreaterThan(3)
  expect(scripts.filter(({ encoding }) => encoding !== 'br')).toEqual([])
  expect(total).toBeLessThan(LIMIT)
})
