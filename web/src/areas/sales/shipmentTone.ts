import type { Tone } from '@/components/status/tone'

/** How what a posted shipment is in Shopify is to be taken: to be sent, not sent, left out, or there. */
export function shipmentTone(fulfillment: number | undefined): Tone {
  if (fulfillment === undefined || fulfillment === 0) return 'neutral'
  if (fulfillment === -1) return 'bad'
  return fulfillment < 0 ? 'warning' : 'good'
}
