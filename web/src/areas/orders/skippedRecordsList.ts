import { defineList } from '@/components/list/definition'
import { useSkippedActions } from './skippedActions'

export const skippedRecordsList = defineList({
  entity: 'skippedRecords',
  caption: 'skippedRecords',
  sort: 'lastSeenAt desc',
  columns: [
    { field: 'documentName', width: 150, narrow: 'title' },
    { field: 'kind', width: 100, narrow: 'end' },
    { field: 'shopCode', width: 110 },
    { field: 'cause', width: 340, narrow: 'detail' },
    { field: 'remedy', width: 340 },
    { field: 'jobQueueLogEntryId', hidden: true },
    { field: 'retries', width: 110 },
    { field: 'lastSeenAt', width: 160 },
    { field: 'firstSeenAt', width: 160, hidden: true },
    { field: 'shopifyId', hidden: true },
    { field: 'retryObjectId', hidden: true },
  ],
  useActions: useSkippedActions,
  empty: 'emptySkipped',
  permission: 'Synchronization.Read',
})
