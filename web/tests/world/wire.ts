import type { Page } from 'playwright-core'

/** One answer, as it came over the wire. */
export type Loaded = { readonly url: string; readonly encoding: string; readonly bytes: number }

/** Notes from now on what `page` loads; the function tells what that was, the largest first. */
export async function loadedBy(page: Page): Promise<() => readonly Loaded[]> {
  const wire = await page.context().newCDPSession(page)
  const loaded = new Map<string, Loaded>()
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    const encoding = response.headers['content-encoding'] ?? ''
    loaded.set(requestId, { url: new URL(response.url).pathname, encoding, bytes: 0 })
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength: bytes }) => {
    const file = loaded.get(requestId)
    if (file) loaded.set(requestId, { ...file, bytes })
  })
  await wire.send('Network.enable')
  return () => [...loaded.values()].sort((a, b) => b.bytes - a.bytes)
}

/** How many bytes came in all. */
export const bytesOf = (files: readonly Loaded[]) => files.reduce((sum, { bytes }) => sum + bytes, 0)
