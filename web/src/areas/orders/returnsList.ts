import { defineList } from '@/components/list/definition'
import { returnTone } from './tones'

export const returnsList = defineList({
  entity: 'shopifyReturns',
  caption: 'returns',
  sort: 'createdAt desc',
  open: ({ id }) => `/returns/${id}`,
  columns: [
    { field: 'shopifyReturnNumber', width: 150, narrow: 'title', link: ({ id }) => `/returns/${id}` },
    { field: 'shopifyOrderNumber', width: 150, narrow: 'detail' },
    { field: 'status', width: 130, tone: ({ status }) => returnTone(status), narrow: 'detail' },
    { field: 'totalQuantity', width: 120, narrow: 'end' },
    { field: 'createdAt', width: 146 },
    { field: 'declineReason', width: 160 },
    { field: 'declineNote', width: 220 },
    { field: 'shopCode', width: 110 },
    { field: 'closedAt', hidden: true },
    { field: 'shopifyReturnId', hidden: true },
  ],
  views: [{ caption: 'viewOpen', filters: { status: 'Open|Requested' } }],
  empty: 'emptyReturns',
  permission: 'Synchronization.Read',
})
