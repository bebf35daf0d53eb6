import type { Row } from '@/api/fields'

/** The lists in which documents are found, by what a link calls them. Posted ones stand among the others. */
const PLACES: Readonly<Record<string, string>> = {
  'Sales Order': '/sales-orders',
  'Sales Invoice': '/sales-invoices',
  'Sales Credit Memo': '/sales-credit-memos',
  'Sales Return Order': '/sales-return-orders',
  'Sales Shipment': '/sales-shipments',
}

/** Where the document of a link is shown. */
export function documentOf({ id, documentType }: Pick<Row<'shopifyDocumentLinks'>, 'id' | 'documentType'>): string {
  const place = PLACES[documentType?.replace(/^Posted /, '') ?? ''] ?? '/sales-orders'
  return `${place}/${id}`
}
