import { ApiError } from '@/api/client'
import type { Setup } from '@/api/jobQueue'
import type { Row } from '@/api/fields'
import type { AnyRow } from '@/components/list/definition'
import type { RunnableObject } from '@/components/request/object'

const STATES = [
  { financialStatus: 'Paid', fulfillmentStatus: 'Fulfilled', processed: true },
  { financialStatus: 'Pending', fulfillmentStatus: 'Unfulfilled', processed: false },
  { financialStatus: 'Partially Refunded', fulfillmentStatus: 'Partially Fulfilled', processed: true },
  { financialStatus: 'Voided', fulfillmentStatus: 'Unfulfilled', processed: false },
]
const NAMES = ['Håkon Vik', 'Berit Eide', 'Solveig Hansen', 'Aksel Johannes Brattebø-Nordahl von der Lippe']

/** Orders, as the API would send them. */
export const orders: readonly AnyRow[] = Array.from({ length: 200 }, (_, index) => ({
  id: `order-${index}`,
  shopifyOrderNumber: `#${1200 - index}`,
  createdAt: new Date(Date.UTC(2026, 10, 24, 9) - index * 7_200_000).toISOString(),
  sellToCustomerName: NAMES[index % NAMES.length],
  totalAmount: 1448.5 * ((index % 7) + 1),
  errorMessage: index % 5 === 3 ? 'Item 1000-XL is blocked: unblock it on its card' : '',
  salesOrderNumber: '',
  ...STATES[index % STATES.length],
}))

/** A shop, for the card. */
export const shop: AnyRow = {
  id: 'shop-1',
  code: 'DEMO',
  domain: 'fjord-outfitters.myshopify.com',
  enabled: true,
  allowBackgroundSyncs: true,
  currencyHandling: 'Shop Currency',
  shippingChargesAccount: '3060',
  tipAccount: '',
}

/** A run that failed in part. */
export const run: Row<'jobQueueLogEntries'> = {
  id: 'run-1',
  jobQueueEntryId: 'entry-1',
  description: 'Shopify Sync of Orders for shop(s) DEMO',
  objectIdToRun: 30104,
  objectCaptionToRun: 'Sync Orders from Shopify',
  result: 'Partial Success',
  startDateTime: '2026-11-24T08:00:00Z',
  endDateTime: '2026-11-24T08:01:12Z',
  errorMessage: '2 of 60 orders could not be imported: look at the skipped records',
  parameterString: '{"options":{},"filters":{"OrdersToImport.fullyPaid":"Yes"}}',
  summary: '{"fetched":60,"created":12,"updated":30,"unchanged":16,"skipped":2,"failed":0,"calls":3,"points":88}',
}

/** The job queue's setup. */
export const setup: Setup = {
  notifyUserInitiatingTask: true,
  notifyJobQueueAdmin: true,
  inProductNotification: true,
  mailNotification: false,
  notifyWhenJobFailed: false,
  threshold1: 3,
  threshold2: 5,
  logRetentionDays: 90,
}

const field = (name: string, kind: string, offered: boolean, values?: readonly string[]) => ({
  name,
  caption: name,
  kind,
  offered,
  values: values ?? null,
})

/** A task with every kind of option and filter. */
export const task: RunnableObject = {
  objectId: 30104,
  caption: 'Sync Orders from Shopify',
  category: 'SHPFY',
  perShop: true,
  schema: {
    type: 'object',
    properties: {
      mode: { title: 'Mode', type: 'string', enum: ['Changed', 'All'], default: 'Changed' },
      days: { title: 'Days', type: 'integer', minimum: 1, maximum: 60, default: 7 },
      from: { title: 'From', type: 'string', format: 'date' },
      notify: { title: 'Notify', type: 'boolean', default: true },
    },
  },
  tables: [
    {
      name: 'ShopifyOrder',
      caption: 'Shopify Orders',
      fields: [
        field('financialStatus', 'option', true, ['Paid', 'Pending', 'Voided']),
        field('createdAt', 'dateTime', true),
        field('sellToCustomerName', 'text', true),
        field('totalAmount', 'decimal', false),
      ],
    },
  ],
}

/** What the server says when it refuses. */
export const refusal = new ApiError(
  400,
  'invalid',
  'the shop is not enabled yet: enable it on its card',
  'POST /api/v1/shopifyShops',
  'enabled',
  'r-1',
)
