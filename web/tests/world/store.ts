import { Running } from './process'

/** Something that goes wrong in the store. */
export type Fault = {
  readonly kind: 'status' | 'throttled' | 'internalError' | 'reset'
  readonly status?: number
  readonly times?: number
}

/** A store that stands in for Shopify's, in a process of its own. */
export class Store {
  readonly #process: Running
  /** Where it is reached. */
  readonly address: string

  private constructor(process: Running) {
    this.#process = process
    this.address = process.firstLine
  }

  /** A store with so many orders, whose items and customers are those of the demo. */
  static async open(home: string, orders: number): Promise<Store> {
    return new Store(await Running.start(home, ['devstore', '--listen', '127.0.0.1:0', '--seed', String(orders)]))
  }

  /** From now on, and until `mend`, requests go wrong. */
  break(...faults: readonly Fault[]): Promise<void> {
    return this.#control('faults', { faults: faults.map((fault) => ({ times: 1_000, ...fault })) })
  }

  mend(): Promise<void> {
    return this.#control('faults', { faults: [] })
  }

  /** Every answer takes so long, in milliseconds. */
  slow(latencyMs: number): Promise<void> {
    return this.#control('limits', { latencyMs })
  }

  /** A buyer's bank wants money back, and all that waits is paid out. */
  async disputeAndPayOut(): Promise<void> {
    await this.#control('disputes', { amount: 250 })
    await this.#control('payments/adjust', { amount: 900 })
    await this.#control('payouts', {})
  }

  async #control(what: string, body: unknown): Promise<void> {
    const answer = await fetch(`${this.address}/_devstore/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`the store refuses ${what}: ${await answer.text()}`)
  }

  close(): Promise<void> {
    return this.#process.stop()
  }
}
