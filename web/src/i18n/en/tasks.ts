/** English texts: tasks. */
export const tasks = {
  t296: 'Batch Post Sales Orders',
  t297: 'Batch Post Sales Invoices',
  t298: 'Batch Post Sales Credit Memos',
  t30100: 'Sync Customers',
  t30102: 'Sync Stock to Shopify',
  t30103: 'Create Sales Orders',
  t30104: 'Sync Orders from Shopify',
  t30105: 'Sync Payouts',
  t30107: 'Sync Images',
  t30108: 'Sync Products',
  t30109: 'Sync Shipments to Shopify',
  t30114: 'Sync Companies',
  t30115: 'Sync Catalogs',
  t30116: 'Sync Catalog Prices',
  t30120: 'Sync Disputes',
  t30409: 'Mark Orders as Paid',
} as const
