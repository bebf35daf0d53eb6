import type { Area } from '../messages'

export const pages: Area<'pages'> = {
  roleCenter: 'Rollesenter',
  shops: 'Shopify-butikker',
  shop: 'Shopify-butikkort',
  orders: 'Shopify-ordrer',
  order: 'Shopify-ordre',
  ordersToImport: 'Ordrer til import',
  skippedRecords: 'Oversprungne poster',
  salesOrders: 'Salgsordrer',
  salesOrder: 'Salgsordre',
  items: 'Varer',
  item: 'Varekort',
  customers: 'Kunder',
  customer: 'Kundekort',
  jobQueueEntries: 'Jobbkøposter',
  jobQueueEntry: 'Jobbkøpostkort',
  jobQueueLogEntries: 'Jobbkøloggposter',
  users: 'Brukere',
  apiTokens: 'API-tokener',
  gallery: 'Galleri',
}
