/** English texts: orders. */
export const orders = {
  createDocuments: 'Create Sales Documents',
  markAsPaid: 'Mark as Paid',
  wasDone: 'It Was Done',
  sendAgain: 'It Was Not Done, Send Again',
  unprocessed: 'Unprocessed',
  amounts: 'Amounts',
  documents: 'Documents',
  origin: 'Origin',
  notProcessed: 'The order could not be processed.',
  difference: 'The document differs from the order in Shopify by',
  importSelected: 'Import selected orders',
  retry: 'Retry',
  retryOf: 'Retry of {{name}}',
  release: 'Release',
  reopen: 'Reopen',
} as const
