import { literal } from '@/api/record'

/** What is asked of the ledgers: everything that came of a document. */
export type Asked = {
  readonly documentNumber: string
  /** As `2026-11-25`; blank: any day. */
  readonly postingDate: string
}

/** The page of each list that may have something of a document, and the field that has its number. */
const LISTS: Readonly<Record<string, readonly [page: string, field: string]>> = {
  salesShipments: ['/sales-shipments', 'number'],
  salesInvoices: ['/sales-invoices', 'number'],
  salesCreditMemos: ['/sales-credit-memos', 'number'],
  generalLedgerEntries: ['/ledgers/general', 'documentNumber'],
  vatEntries: ['/ledgers/vat', 'documentNumber'],
  customerLedgerEntries: ['/ledgers/customers', 'documentNumber'],
  detailedCustomerLedgerEntries: ['/ledgers/customers-detailed', 'documentNumber'],
  bankAccountLedgerEntries: ['/ledgers/bank', 'documentNumber'],
  itemLedgerEntries: ['/ledgers/items', 'documentNumber'],
  valueEntries: ['/ledgers/values', 'documentNumber'],
}

/** The address of *Find Entries* for a document. */
export function findEntriesAddress({ documentNumber, postingDate }: Asked): string {
  const search = new URLSearchParams(Object.entries({ documentNumber, postingDate }).filter(([, value]) => value))
  return `/find-entries?${search}`
}

/** The page with the records of a list that were found, and what of it is asked; nothing, when the list has no page. */
export function foundIn(name: string, { documentNumber, postingDate }: Asked) {
  const [to, field] = LISTS[name] ?? []
  if (!to || !field) return undefined
  const number = `${field} eq ${literal(documentNumber)}`
  return { to, search: { odata: postingDate ? `${number} and postingDate eq ${postingDate}` : number } }
}
