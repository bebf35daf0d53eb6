import { defineList } from '@/components/list/definition'
import { useChangeActions } from './changeActions'
import { changeTone } from './tones'

export const changesList = defineList({
  entity: 'shopifyChanges',
  caption: 'shopifyChanges',
  sort: 'createdAt desc',
  columns: [
    { field: 'documentName', width: 120, narrow: 'title' },
    { field: 'description', width: 150, narrow: 'detail' },
    { field: 'state', width: 130, narrow: 'end', tone: ({ state }) => changeTone(state) },
    { field: 'message', width: 340 },
    { field: 'shopCode', width: 110 },
    { field: 'attempts', width: 110 },
    { field: 'createdAt', width: 160 },
    { field: 'sentAt', width: 160 },
    { field: 'finishedAt', width: 160 },
    { field: 'firstSentAt', hidden: true },
    { field: 'operation', hidden: true },
    { field: 'subject', hidden: true },
    { field: 'jobQueueLogEntryId', hidden: true },
  ],
  useActions: useChangeActions,
  empty: 'emptyChanges',
  permission: 'Synchronization.Read',
})
