import { defineList } from '@/components/list/definition'
import type { Tone } from '@/components/status/tone'
import { useDeliveryActions } from './deliveryActions'

const tones: Readonly<Record<string, Tone>> = { Delivered: 'good', Failed: 'bad' }

const NOT_KNOWN: ReadonlyMap<string, string> = new Map()

/** What was told to whom; webhooks are shown by what people call them. */
export const deliveriesList = (names = NOT_KNOWN) =>
  defineList({
    entity: 'outboundWebhookDeliveries',
    caption: 'outboundWebhookDeliveries',
    sort: 'createdAt desc',
    columns: [
      { field: 'createdAt', width: 170, narrow: 'detail' },
      { field: 'event', width: 170, narrow: 'title' },
      {
        field: 'outboundWebhookId',
        caption: 'outboundWebhook',
        width: 220,
        narrow: 'detail',
        text: ({ outboundWebhookId = '' }) => names.get(outboundWebhookId) ?? outboundWebhookId,
      },
      { field: 'state', width: 120, narrow: 'end', tone: ({ state = '' }) => tones[state] ?? 'neutral' },
      { field: 'attempts', width: 110 },
      { field: 'statusCode', width: 110, text: ({ statusCode }) => String(statusCode || '\u2013') },
      { field: 'errorMessage', width: 360, narrow: 'detail' },
      { field: 'nextAttemptAt', width: 170 },
      { field: 'deliveredAt', width: 170 },
      { field: 'body', hidden: true, width: 420 },
      { field: 'eventId', hidden: true, width: 300 },
      { field: 'entryNumber', hidden: true },
    ],
    views: [{ caption: 'viewNotDelivered', filters: { state: 'Waiting|Failed' } }],
    useActions: useDeliveryActions,
    empty: 'emptyDeliveries',
    permission: 'Users.Read',
  })
