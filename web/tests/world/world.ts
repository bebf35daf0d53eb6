import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './port'
import { Running, run } from './process'
import { Store } from './store'

/** The password of the users that a world makes. */
export const PASSWORD = 'Fjell og fjord 2026'

type Made = { readonly user: string; readonly password: string; readonly token: string }

/** What a world has before its test begins. */
export type Beginning = {
  /** How many orders the store has. */
  readonly orders: number
  /** Whether they are imported and have become sales orders. */
  readonly imported?: boolean
  /** Whether they are also shipped, and stock, shipments, payouts and disputes are in step with the store. */
  readonly synced?: boolean
  /** The server knows the address by which it is reached, so that people can come back to it from the store. */
  readonly known?: boolean
  /** Fields of the shop card. */
  readonly shop?: Readonly<Record<string, string>>
}

/** A company that is served, with the shop DEMO before a store. */
export class World {
  readonly home: string
  readonly store: Store
  /** Where the program is reached. */
  readonly address: string
  readonly administrator: Made
  readonly #server: Running

  private constructor(home: string, store: Store, administrator: Made, server: Running) {
    this.home = home
    this.store = store
    this.administrator = administrator
    this.#server = server
    this.address = (JSON.parse(server.firstLine) as { address: string }).address
  }

  static async open({ orders, imported = false, synced = false, known = false, shop = {} }: Beginning): Promise<World> {
    const home = await mkdtemp(join(tmpdir(), 'kobling-journey-'))
    const store = await Store.open(home, orders)
    const init = ['init', '--company', 'Fjord Outfitters AS', '--demo-data', '--json']
    const administrator = JSON.parse(await run(home, init)) as Made
    const add = ['shop', 'add', 'DEMO', '--domain', 'devstore.myshopify.com', '--token', 'shpat_devstore']
    await run(home, [...add, '--admin-url', store.address])
    const fields = Object.entries({ shippingChargesAccount: '3060', ...shop }).map(
      ([name, value]) => `${name}=${value}`,
    )
    await run(home, ['shop', 'set', 'DEMO', ...fields])
    await run(home, ['shop', 'enable', 'DEMO'])
    if (imported) {
      const hourly = ['--days', 'mon,tue,wed,thu,fri', '--minutes', '60', '--starting-time', '08:00', '--hold']
      await run(home, ['job-queue', 'add', '30104', '--shop', 'DEMO', '--description', 'Orders every hour', ...hourly])
      for (const task of ['30104', '30103']) await run(home, ['task', 'run', task, '--shop', 'DEMO', '--wait'])
    }
    const port = known ? await freePort() : 0
    const address = known ? ['--public-url', `http://127.0.0.1:${port}`] : []
    const server = await Running.start(home, ['serve', '--listen', `127.0.0.1:${port}`, ...address, '--json'])
    const world = new World(home, store, administrator, server)
    if (synced) await world.#sync()
    return world
  }

  /** Ships what was sold, and brings stock, shipments, payouts and disputes in step with the store. */
  async #sync(): Promise<void> {
    const card = ['syncItem=From Shopify', 'skuMapping=Item No.', 'paymentsClearingAccount=1580']
    await run(this.home, ['shop', 'set', 'DEMO', ...card])
    const locations = await this.get<{ value: { id: string }[] }>('/shopifyLocations?$select=id')
    for (const { id } of locations.value) {
      await this.patch(`/shopifyLocations/${id}`, { stockCalculation: 'Projected Available Balance Today' })
    }
    await this.store.disputeAndPayOut()
    await run(this.home, ['task', 'run', '296', '--option', 'ship=true', '--option', 'invoice=false', '--wait'])
    for (const task of ['30108', '30102', '30109', '30105', '30120']) {
      await run(this.home, ['task', 'run', task, '--shop', 'DEMO', '--wait'])
    }
  }

  /** Makes a user of a permission set, as `Viewer`, with the password of all. */
  async addUser(name: string, permission: string): Promise<void> {
    await run(this.home, ['user', 'add', name, '--permission', permission], `${PASSWORD}\n`)
  }

  /** What the API answers to the administrator's token. */
  async get<T>(path: string): Promise<T> {
    const headers = { authorization: `Bearer ${this.administrator.token}` }
    const answer = await fetch(`${this.address}/api/v1${path}`, { headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }

  /** The id of some record of an entity. */
  async idOf(entity: string): Promise<string> {
    const { value } = await this.get<{ value: { id: string }[] }>(`/${entity}?$top=1&$select=id`)
    if (!value[0]) throw new Error(`there is no record of ${entity}`)
    return value[0].id
  }

  /** Has the API do something, for the administrator's token. */
  post(path: string, body?: unknown): Promise<void> {
    return this.#send('POST', path, body)
  }

  /** Changes a record, whatever version it has. */
  patch(path: string, body: unknown): Promise<void> {
    return this.#send('PATCH', path, body, { 'if-match': '*' })
  }

  async #send(method: string, path: string, body: unknown, more: Record<string, string> = {}): Promise<void> {
    const token = { authorization: `Bearer ${this.administrator.token}` }
    const headers = { ...token, 'content-type': 'application/json', ...more }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`${this.address}/api/v1${path}`, { method, headers, ...sent })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }

  /** Gives the shop another access token, which is not tested. */
  async connect(token: string): Promise<void> {
    await this.post(`/shopifyShops/${await this.idOf('shopifyShops')}/Kobling.connect`, { token })
  }

  async close(): Promise<void> {
    await this.#server.stop()
    await this.store.close()
    await rm(this.home, { recursive: true, force: true })
  }
}
