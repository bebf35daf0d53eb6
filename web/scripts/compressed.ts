import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** What of a build is text; everything else is compressed in itself. */
const TEXT = /\.(js|css|html|svg|json|txt|webmanifest)$/
/** A file that gets smaller by less than this is not kept twice. */
const WORTH = 64

const brotli = (file: Buffer) =>
  promisify(brotliCompress)(file, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: file.length,
    },
  })
const zipped = (file: Buffer) => promisify(gzip)(file, { level: constants.Z_BEST_COMPRESSION })

/** Writes `x.js.br` and `x.js.gz` beside every file of a build that gets smaller by it; the server sends those. */
export function compressed(): Plugin {
  let folder = ''
  return {
    name: 'kobling:compressed',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir)
    },
    async closeBundle() {
      const names = await readdir(folder, { recursive: true })
      await Promise.all(names.filter((name) => TEXT.test(name)).map((name) => compress(join(folder, name))))
    },
  }
}

async function compress(path: string): Promise<void> {
  const file = await readFile(path)
  const kept = { br: await brotli(file), gz: await zipped(file) }
  for (const [suffix, smaller] of Object.entries(kept)) {
    if (smaller.length + WORTH <= file.length) await writeFile(`${path}.${suffix}`, smaller)
  }
}
