/** English texts: tabs. */
export const tabs = {
  general: 'General',
  orders: 'Order Synchronization',
  customers: 'Customer Synchronization',
  items: 'Item Synchronization',
  lines: 'Lines',
  shipping: 'Shipping',
  billing: 'Billing',
  invoicing: 'Invoicing',
  request: 'Report Request Page',
  recurrence: 'Recurrence',
  log: 'Log',
  item: 'Item',
  prices: 'Prices',
  posting: 'Posting',
  address: 'Address & Contact',
  calls: 'Calls to Shopify',
} as const
