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
