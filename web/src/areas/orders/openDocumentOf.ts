import type { EntitySet, Row } from '@/api/fields'

/** A kind of document that is not posted: its set, and the status of one that is not released. */
type Place = { readonly set: EntitySet; readonly status: 'Open' | 'Draft' }

const PLACES: Readonly<Record<string, Place>> = {
  'Sales Order': { set: 'salesOrders', status: 'Open' },
  'Sales Invoice': { set: 'salesInvoices', status: 'Draft' },
  'Sales Credit Memo': { set: 'salesCreditMemos', status: 'Draft' },
  'Sales Return Order': { set: 'salesReturnOrders', status: 'Open' },
}

/** Where to look for the document among these that is not posted, if it is not released; undefined when all are posted. */
export function openDocumentOf(
  links: readonly Pick<Row<'shopifyDocumentLinks'>, 'id' | 'documentType'>[],
): { readonly set: EntitySet; readonly filter: string } | undefined {
  for (const { id, documentType = '' } of links) {
    const place = PLACES[documentType]
    if (place && id) return { set: place.set, filter: `id eq ${id} and status eq '${place.status}'` }
  }
  return undefined
}
