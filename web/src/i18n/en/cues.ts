/** English texts: cues. */
export const cues = {
  hello: 'Hello, {{name}}',
  shopifyActivities: 'Shopify Activities',
  jobQueue: 'Job Queue',
  latestRuns: 'Latest runs',
  meaning_favorable: 'favorable',
  meaning_ambiguous: 'needs a look',
  meaning_unfavorable: 'unfavorable',
  meaning_subordinate: 'for information',
  unprocessedOrders: 'Unprocessed Orders',
  synchronizationErrors: 'Synchronization Errors',
  skippedRecords: 'Skipped Records',
  tasksInQueue: 'In Queue',
  tasksInProcess: 'In Process',
  tasksOnHold: 'On Hold',
  tasksFailed: 'Failed',
  apiErrors: 'API Errors',
} as const
