import { defineColumns } from '@/components/list/definition'
import { objectName } from './usage'

/** What was spent in each minute, as a table. */
export const usageColumns = defineColumns('shopifyApiUsage', [
  { field: 'startDateTime', width: 160, narrow: 'detail' },
  {
    field: 'objectId',
    caption: 'objectCaption',
    width: 260,
    narrow: 'title',
    text: ({ objectId }, t) => objectName(objectId ?? 0, t),
  },
  { field: 'shopCode', width: 120, narrow: 'detail' },
  { field: 'chargedPoints', width: 150, narrow: 'end' },
  { field: 'requestedPoints', width: 150 },
  { field: 'calls', width: 90 },
  { field: 'throttled', width: 140 },
  { field: 'lowestAvailable', width: 140 },
])
