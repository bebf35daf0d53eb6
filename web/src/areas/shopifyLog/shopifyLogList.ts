import { defineList } from '@/components/list/definition'
import { useLogEntryActions } from './logEntryActions'

export const shopifyLogList = defineList({
  entity: 'shopifyLogEntries',
  caption: 'shopifyLogEntries',
  sort: 'dateTime desc',
  columns: [
    { field: 'dateTime', width: 170, narrow: 'detail' },
    { field: 'document', width: 190, narrow: 'title' },
    {
      field: 'statusCode',
      width: 110,
      narrow: 'end',
      text: ({ statusCode }) => String(statusCode || '\u2013'),
      tone: ({ hasError }) => (hasError ? 'bad' : 'good'),
    },
    { field: 'shopCode', width: 110 },
    { field: 'message', width: 380, narrow: 'detail' },
    { field: 'retryCount', width: 120 },
    { field: 'queryCost', width: 120 },
    { field: 'durationMs', width: 130 },
    { field: 'reviewed', width: 120 },
    { field: 'requestId', width: 280 },
    { field: 'requestPreview', hidden: true },
    { field: 'responsePreview', hidden: true },
    { field: 'requestedQueryCost', hidden: true },
    { field: 'apiVersion', hidden: true },
    { field: 'hasError', hidden: true },
    { field: 'method', hidden: true },
    { field: 'url', hidden: true, width: 360 },
    { field: 'entryNumber', hidden: true },
    { field: 'jobQueueLogEntryId', hidden: true, width: 300 },
  ],
  views: [
    { caption: 'viewWithErrors', filters: { hasError: 'Yes' } },
    { caption: 'viewNotReviewed', filters: { hasError: 'Yes', reviewed: 'No' } },
  ],
  useActions: useLogEntryActions,
  empty: 'emptyShopifyLog',
  permission: 'Synchronization.Read',
})
