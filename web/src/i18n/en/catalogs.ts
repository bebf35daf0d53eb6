/** English texts: catalogs. */
export const catalogs = {
  deleted: 'Shopify does not have this catalog any more, or it is for this company no more.',
  takeOver: 'Sync Prices by This Line',
  takeOverTitle: 'Sync the prices by the line for {{company}}?',
  takeOverText: 'The prices of a catalog come by one of its lines. That by which they come now gives them no more.',
} as const
