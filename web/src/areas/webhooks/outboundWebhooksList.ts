import { defineList } from '@/components/list/definition'
import { useWebhookActions } from './webhookActions'

export const outboundWebhooksList = defineList({
  entity: 'outboundWebhooks',
  caption: 'outboundWebhooks',
  columns: [
    { field: 'description', width: 220, narrow: 'title' },
    { field: 'url', width: 340, narrow: 'detail' },
    { field: 'enabled', width: 110, narrow: 'end' },
    { field: 'orderStaged', width: 130 },
    { field: 'documentCreated', width: 150 },
    { field: 'documentPosted', width: 150 },
    { field: 'jobFailed', width: 120 },
    { field: 'recordSkipped', width: 140 },
    { field: 'createdAt', hidden: true },
    { field: 'lastModifiedAt', hidden: true },
  ],
  useActions: useWebhookActions,
  empty: 'emptyOutboundWebhooks',
  permission: 'Users.Read',
})
