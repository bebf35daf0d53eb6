import type { Tone } from '@/components/status/tone'

const financial: Record<string, Tone> = {
  Paid: 'good',
  Authorized: 'busy',
  Pending: 'warning',
  'Partially Paid': 'warning',
  'Partially Refunded': 'warning',
  Voided: 'bad',
  Expired: 'bad',
}

const fulfillment: Record<string, Tone> = {
  Fulfilled: 'good',
  'Partially Fulfilled': 'warning',
  'In Progress': 'busy',
}

/** Whether the money of an order is there. */
export const financialTone = (status: string | undefined): Tone => financial[status ?? ''] ?? 'neutral'

/** Whether the goods of an order are out. */
export const fulfillmentTone = (status: string | undefined): Tone => fulfillment[status ?? ''] ?? 'neutral'

const returned: Record<string, Tone> = { Open: 'busy', Requested: 'warning', Closed: 'good', Declined: 'bad' }

/** How far a return has come. */
export const returnTone = (status: string | undefined): Tone => returned[status ?? ''] ?? 'neutral'

const change: Record<string, Tone> = { Done: 'good', Sent: 'busy', Failed: 'bad', 'For a Person': 'warning' }

/** What became of a change in Shopify. */
export const changeTone = (state: string | undefined): Tone => change[state ?? ''] ?? 'neutral'
