import type { Row } from '@/api/fields'

/** As long Shopify can tell what became of a call. */
const REPORTED_WITHIN = 14 * 24 * 60 * 60 * 1000

/** Whether Shopify's support looks into a call: the fault was Shopify's, and is not older than two weeks. */
export function isForSupport({ statusCode = 0, dateTime }: Row<'shopifyLogEntries'>, now: number): boolean {
  return statusCode >= 500 && dateTime !== undefined && now - Date.parse(dateTime) <= REPORTED_WITHIN
}
