import { given, type Filters } from './filters'
import type { RunnableObject } from './object'
import type { Options } from './options'
import { entryFields, type Schedule } from './schedule'

/** A shop that a task may run for. */
export type Shop = { readonly id: string; readonly code: string }

/** A request page that was filled in. */
export type Request = {
  readonly object: Pick<RunnableObject, 'objectId' | 'perShop'>
  /** The shop; without one, a task of shops runs for every enabled one. */
  readonly shop: Shop | undefined
  readonly options: Options
  readonly filters: Filters
  readonly schedule: Schedule
  /** What the entry does, in words; the object's caption, if blank. */
  readonly description: string
  /** The zone in which times are meant. */
  readonly zone: string
}

/** What is sent for a request. */
export type Submission = { readonly path: string; readonly body: Readonly<Record<string, unknown>> }

/** How often an entry that a request page makes for shops is tried again when it fails. */
const ATTEMPTS = 3

/** Now and for a shop, it is the shop's own action, which minds *Run Syncs in Background*; else it is an entry. */
export function submission({ object, shop, options, filters, schedule, description, zone }: Request): Submission {
  const page = { options, filters: given(filters) }
  if (schedule.when === 'now' && object.perShop && shop) {
    return { path: `/shopifyShops/${shop.id}/Kobling.sync`, body: { object: object.objectId, ...page } }
  }
  return {
    path: '/jobQueueEntries',
    body: {
      objectIdToRun: object.objectId,
      ...page,
      ...(description.trim() ? { description: description.trim() } : {}),
      ...(object.perShop ? { maxNumberAttemptsToRun: ATTEMPTS, ...(shop ? { scope: shop.code } : {}) } : {}),
      ...entryFields(schedule, zone),
    },
  }
}
