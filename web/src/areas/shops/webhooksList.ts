import { defineList } from '@/components/list/definition'
import { webhookTone } from './webhookTones'

/** What the stores have told, and what became of it. */
export const webhooksList = defineList({
  entity: 'shopifyWebhooks',
  caption: 'shopifyWebhooks',
  sort: 'receivedAt desc',
  columns: [
    { field: 'receivedAt', width: 170, narrow: 'detail' },
    { field: 'topic', width: 200, narrow: 'title' },
    { field: 'state', caption: 'webhookState', width: 120, narrow: 'end', tone: ({ state }) => webhookTone(state) },
    { field: 'reason', width: 340 },
    { field: 'subject', width: 260 },
    { field: 'store', width: 200 },
    { field: 'triggeredAt', width: 170, hidden: true },
    { field: 'settledAt', width: 170 },
    { field: 'jobQueueEntryId', hidden: true },
    { field: 'webhookId', hidden: true },
    { field: 'eventId', hidden: true },
    { field: 'apiVersion', width: 120, hidden: true },
  ],
  views: [
    { caption: 'viewWaiting', filters: { state: 'Waiting' } },
    { caption: 'viewFailed', filters: { state: 'Failed' } },
  ],
  empty: 'emptyWebhooks',
  permission: 'Synchronization.Read',
})
