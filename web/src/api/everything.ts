import { API, get } from './client'
import type { EntitySet } from './fields'
import type { Page } from './record'

/** Reads all records of `entity` that `options` ask for, page by page; no more than about `most`. */
export async function readAll<R>(
  entity: EntitySet,
  options: Readonly<Record<string, string>>,
  most: number,
  signal?: AbortSignal,
): Promise<readonly R[]> {
  const rows: R[] = []
  let next: string | undefined = `/${entity}?${new URLSearchParams(options)}`
  while (next !== undefined && rows.length < most) {
    const page: Page<R> = await get<Page<R>>(next, signal)
    rows.push(...page.value)
    // A next link may carry the server's own idea of its address.
    const link: string | undefined = page['@odata.nextLink']
    next = link?.slice(link.indexOf(API))
  }
  return rows
}
