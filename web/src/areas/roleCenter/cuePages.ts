import type { Cue } from '@/api/cues'

/** The page of each list in which a cue is found; there is no tile for a list that has none. */
export const cuePages: Record<string, string> = {
  shopifyOrders: '/orders',
  skippedRecords: '/skipped-records',
  shopifyCustomers: '/shopify-customers',
  shopifyCompanies: '/companies',
  shopifyProducts: '/products',
  shopifyDisputes: '/disputes',
  shopifyLogEntries: '/shopify-log',
  salesShipments: '/sales-shipments',
  jobQueueEntries: '/job-queue',
  jobQueueLogEntries: '/job-queue-log',
  outboundWebhookDeliveries: '/outbound-webhook-deliveries',
}

/** What the list behind a tile is asked for: the tile's records, and of which shop it counts. */
export const searchOf = ({ filter }: Cue, shop: string | undefined): Record<string, string> =>
  shop ? { odata: filter, shop } : { odata: filter }
