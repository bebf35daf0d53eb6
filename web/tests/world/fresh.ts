import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Running } from './process'
import { Store } from './store'

/** A program that nobody has set up, before a store. */
export class FreshWorld {
  readonly store: Store
  /** Where the program is reached. */
  readonly address: string
  /** Where the first start begins, its code included. */
  readonly firstStart: string
  readonly #home: string
  readonly #server: Running

  private constructor(home: string, store: Store, server: Running) {
    this.#home = home
    this.store = store
    this.#server = server
    const said = JSON.parse(server.firstLine) as { readonly address: string; readonly firstStart: string }
    this.address = said.address
    this.firstStart = said.firstStart
  }

  static async open(orders: number): Promise<FreshWorld> {
    const home = await mkdtemp(join(tmpdir(), 'kobling-journey-'))
    const store = await Store.open(home, orders)
    return new FreshWorld(home, store, await Running.start(home, ['serve', '--listen', '127.0.0.1:0', '--json']))
  }

  async close(): Promise<void> {
    await this.#server.stop()
    await this.store.close()
    await rm(this.#home, { recursive: true, force: true })
  }
}
