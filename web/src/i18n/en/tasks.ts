/** English texts: tasks. */
export const tasks = {
  t30100: 'Sync Customers',
  t30102: 'Sync Stock to Shopify',
  t30103: 'Create Sales Orders',
  t30104: 'Sync Orders from Shopify',
  t30105: 'Sync Payouts',
  t30108: 'Sync Products',
  t30109: 'Sync Shipments to Shopify',
} as const
