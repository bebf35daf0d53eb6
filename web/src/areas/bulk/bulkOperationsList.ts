import { defineList } from '@/components/list/definition'
import type { Tone } from '@/components/status/tone'
import { useBulkActions } from './bulkActions'

const tones: Record<string, Tone> = { Completed: 'good', Canceled: 'bad', Failed: 'bad', Expired: 'bad' }

export const bulkOperationsList = defineList({
  entity: 'shopifyBulkOperations',
  caption: 'bulkOperations',
  sort: 'createdAt desc',
  columns: [
    { field: 'bulkOperationId', width: 170 },
    { field: 'name', width: 180, narrow: 'title' },
    { field: 'type', width: 110, narrow: 'detail' },
    { field: 'status', width: 130, narrow: 'end', tone: ({ status }) => tones[status ?? ''] ?? 'busy' },
    { field: 'shopCode', width: 110 },
    { field: 'createdAt', width: 170 },
    { field: 'completedAt', width: 170 },
    { field: 'objectCount', width: 130 },
    { field: 'errorCode', width: 180 },
    { field: 'processed', width: 110 },
    { field: 'sentSize', hidden: true },
    { field: 'receivedSize', hidden: true },
    { field: 'jobQueueLogEntryId', hidden: true, width: 300 },
  ],
  useActions: useBulkActions,
  permission: 'Synchronization.Read',
})
