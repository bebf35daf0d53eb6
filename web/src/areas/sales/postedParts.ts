/** What of an order is posted, as people choose it. */
export type Part = 'ship' | 'invoice' | 'shipAndInvoice'

/** The same as the API asks for it. */
export const partOf = (part: Part) => ({ ship: part !== 'invoice', invoice: part !== 'ship' })
