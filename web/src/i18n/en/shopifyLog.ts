/** English texts: the log of calls to Shopify. */
export const shopifyLog = {
  forSupport: 'For support',
  review: 'Mark as Reviewed',
  reviewAll: 'Mark All as Reviewed',
  reviewed_one: '{{count}} error marked as reviewed.',
  reviewed_other: '{{count}} errors marked as reviewed.',
  request: 'Request',
  response: 'Response',
  downloadRequest: 'Download Request',
  downloadResponse: 'Download Response',
  report: 'Report for Shopify Support',
  copyReport: 'Copy report',
  deleteOlderText: 'Log entries of calls that are older than 7 days are deleted.',
  deleteAllText: 'All log entries of calls to Shopify are deleted.',
} as const
