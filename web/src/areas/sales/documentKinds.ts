import type { AnyLineColumn } from '@/components/lines/columns'
import type { PageKey } from '@/i18n/keys'
import { orderLines, plainLines, shippedLines } from './documentLines'

/** A set of documents of sale. */
export type DocumentKind = 'salesOrders' | 'salesReturnOrders' | 'salesInvoices' | 'salesCreditMemos' | 'salesShipments'

/** What tells a kind of documents apart. */
type Kind = {
  readonly caption: PageKey
  /** The page of its list. */
  readonly list: string
  /** The name of its document date. */
  readonly date: 'documentDate' | 'invoiceDate' | 'creditMemoDate'
  readonly lines: `${'salesOrder' | 'salesReturnOrder' | 'salesInvoice' | 'salesCreditMemo' | 'salesShipment'}Lines`
  readonly lineColumns: readonly AnyLineColumn[]
  /** Its status while it may be changed; nothing, where all are posted. */
  readonly draft?: 'Open' | 'Draft'
  /** It may be shipped now and invoiced later. */
  readonly inParts?: true
  /** It takes back what was sold. */
  readonly takesBack?: true
}

/** Every kind of document of sale. */
export const documentKinds: Readonly<Record<DocumentKind, Kind>> = {
  salesOrders: {
    caption: 'salesOrder',
    list: '/sales-orders',
    date: 'documentDate',
    lines: 'salesOrderLines',
    lineColumns: orderLines,
    draft: 'Open',
    inParts: true,
  },
  salesReturnOrders: {
    caption: 'salesReturnOrder',
    list: '/sales-return-orders',
    date: 'documentDate',
    lines: 'salesReturnOrderLines',
    lineColumns: plainLines('salesReturnOrderLines'),
    draft: 'Open',
    takesBack: true,
  },
  salesInvoices: {
    caption: 'salesInvoice',
    list: '/sales-invoices',
    date: 'invoiceDate',
    lines: 'salesInvoiceLines',
    lineColumns: plainLines('salesInvoiceLines'),
    draft: 'Draft',
  },
  salesCreditMemos: {
    caption: 'salesCreditMemo',
    list: '/sales-credit-memos',
    date: 'creditMemoDate',
    lines: 'salesCreditMemoLines',
    lineColumns: plainLines('salesCreditMemoLines'),
    draft: 'Draft',
    takesBack: true,
  },
  salesShipments: {
    caption: 'salesShipment',
    list: '/sales-shipments',
    date: 'documentDate',
    lines: 'salesShipmentLines',
    lineColumns: shippedLines,
  },
}

/** A document, as far as all kinds have the same. */
export type SalesDocument = {
  readonly id?: string | undefined
  readonly '@odata.etag'?: string | undefined
  readonly number?: string | undefined
  readonly postingDate?: string | undefined
  readonly status?: string | undefined
  readonly totalAmountIncludingTax?: number | undefined
  readonly jobQueueStatus?: string | undefined
  readonly jobQueueEntryId?: string | null | undefined
  readonly sourceKind?: string | null | undefined
  /** Of a posted shipment: what it is in Shopify. */
  readonly shopifyFulfillmentId?: number | undefined
}

/** How far a document is: it may be changed, or posted, or neither any more. */
export type Stage = 'draft' | 'released' | 'posted'

/** How far a document is. */
export function stageOf(kind: DocumentKind, { status }: SalesDocument): Stage {
  const { draft } = documentKinds[kind]
  if (draft && status === draft) return 'draft'
  return draft && status === 'Released' ? 'released' : 'posted'
}

/** Whether the job queue is to post it, so that nobody else may change it. */
export const isQueued = ({ jobQueueStatus }: SalesDocument) =>
  jobQueueStatus === 'Scheduled for Posting' || jobQueueStatus === 'Posting'
