import type { Query, QueryClient } from '@tanstack/react-query'
import { API } from './client'
import { throttled } from './throttle'

/** What the server says: a record of an entity set has changed. */
type Change = { readonly topic: string; readonly id: string; readonly version: number }

/** At most so often is everything of one kind read again, however many records change. */
const INTERVAL = 400
/** The topic that stands for all of them. */
const EVERYTHING = '*'
/** A list that holds more pages than this is not read again by itself: it offers to. */
export const LIVE_PAGES = 2

/** What no event is about: it stays as it was read. */
const QUIET: ReadonlySet<string> = new Set(['session', 'jobQueueObjects', 'userSettings'])

/** What stands in one table with sales orders, posted or not. */
const DOCUMENTS = ['salesInvoices', 'salesInvoiceLines', 'salesCreditMemos', 'salesCreditMemoLines']
/** What posting writes. */
const LEDGERS = [
  'salesShipments',
  'salesShipmentLines',
  'generalLedgerEntries',
  'generalLedgerRegisters',
  'vatEntries',
  'customerLedgerEntries',
  'detailedCustomerLedgerEntries',
  'bankAccountLedgerEntries',
  'itemLedgerEntries',
  'valueEntries',
]

/**
 * What changes with a topic without being named: a run writes its log; an order that is imported waits no more; what was
 * spent is no longer in the budget.
 */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  jobQueueEntries: [
    'jobQueueLogEntries',
    'jobQueueLines',
    'jobQueueWorkers',
    'jobQueueFailures',
    'shopifyOrdersToImport',
  ],
  jobQueueCategories: ['jobQueueLines'],
  shopifyOrders: [
    'shopifyOrdersToImport',
    'shopifyOrderLines',
    'shopifyOrderShippingCharges',
    'shopifyOrderAdditionalFees',
    'shopifyOrderTaxLines',
    'shopifyOrderTransactions',
    'shopifyOrderFulfillments',
    'shopifyOrderRisks',
    'shopifyOrderAttributes',
    'shopifyOrderUpdates',
    'shopifyDocumentLinks',
    'shopifyGiftCards',
  ],
  shopifyRefunds: ['shopifyRefundLines', 'shopifyRefundShippingLines', 'shopifyRefundAdjustments'],
  shopifyReturns: ['shopifyReturnLines'],
  salesOrders: ['shopifyDocumentLinks', 'salesOrderLines', 'salesReturnOrders', 'salesReturnOrderLines', ...DOCUMENTS],
  postedSalesDocuments: ['shopifyDocumentLinks', ...DOCUMENTS, ...LEDGERS],
  shopifyApiUsage: ['shopifyBudgets'],
}

const changed = new Set<(topics: ReadonlySet<string>) => void>()

/** Calls `listener` with the entity sets that changed; returns what ends that. */
export function onChanged(listener: (topics: ReadonlySet<string>) => void): () => void {
  changed.add(listener)
  return () => changed.delete(listener)
}

/** Listens to the server's events for as long as the page lives, and reads again what they name. */
export function listen(queries: QueryClient): () => void {
  const source = new EventSource(`${API}/events`)
  const note = throttled<string>(INTERVAL, (topics) => {
    changed.forEach((listener) => listener(topics))
    readAgain(queries, topics)
  })
  source.addEventListener('change', (event: MessageEvent<string>) => {
    const { topic } = JSON.parse(event.data) as Change
    for (const one of [topic, ...(ALSO[topic] ?? [])]) note(one)
  })
  // What happened before the connection stood, or while it was lost, is not told again: also not what changed between
  // the page's first questions and its first connection.
  source.addEventListener('open', () => note(EVERYTHING))
  return () => source.close()
}

/** Reads again what changes in `topics` concern. */
export function readAgain(queries: QueryClient, topics: ReadonlySet<string>) {
  const predicate = ({ queryKey, state }: Query) => concerned(topics, queryKey, state.data)
  const firstReads = queries.getQueryCache().findAll({ predicate, fetchStatus: 'fetching' }).filter(isFirstRead)
  void queries.invalidateQueries({ predicate })
  // A first answer that is under way may be older than the change, and is not asked for again while it is.
  for (const { promise, queryKey } of firstReads) {
    const again = () => queries.invalidateQueries({ queryKey, exact: true })
    void promise?.then(again, again)
  }
}

const isFirstRead = ({ state }: Query) => state.data === undefined

/** Whether a query has to be read again after changes in `topics`. */
export function concerned(topics: ReadonlySet<string>, key: readonly unknown[], data: unknown): boolean {
  const topic = String(key[0])
  if (QUIET.has(topic) || !(topics.has(topic) || topics.has(EVERYTHING))) return false
  return pagesOf(data) <= LIVE_PAGES
}

function pagesOf(data: unknown): number {
  return typeof data === 'object' && data && 'pages' in data && Array.isArray(data.pages) ? data.pages.length : 0
}
