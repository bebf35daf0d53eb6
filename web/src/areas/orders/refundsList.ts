import { defineList } from '@/components/list/definition'
import { useRefundActions } from './refundActions'

export const refundsList = defineList({
  entity: 'shopifyRefunds',
  caption: 'refunds',
  sort: 'createdAt desc',
  open: ({ id }) => `/refunds/${id}`,
  columns: [
    { field: 'shopifyOrderNumber', width: 150, narrow: 'title', link: ({ id }) => `/refunds/${id}` },
    { field: 'createdAt', width: 146, narrow: 'detail' },
    { field: 'totalRefundedAmount', width: 150, amount: true, narrow: 'end' },
    { field: 'isProcessed', width: 120 },
    { field: 'salesDocumentType', width: 170 },
    { field: 'salesDocumentNumber', width: 150, narrow: 'detail' },
    { field: 'lastErrorDescription', width: 300 },
    { field: 'note', width: 220 },
    { field: 'shopCode', width: 110 },
    { field: 'pending', hidden: true },
    { field: 'canCreateCreditMemo', hidden: true },
    { field: 'hasProcessingError', hidden: true },
    { field: 'differenceAmount', hidden: true, amount: true },
    { field: 'differenceReason', hidden: true },
    { field: 'presentmentTotalRefundedAmount', hidden: true, amount: true },
    { field: 'presentmentCurrencyCode', hidden: true },
    { field: 'shopifyRefundId', hidden: true },
    { field: 'shopifyReturnId', hidden: true },
  ],
  views: [
    { caption: 'viewUnprocessed', filters: { isProcessed: 'No', canCreateCreditMemo: 'Yes' } },
    { caption: 'viewWithError', filters: { hasProcessingError: 'Yes' } },
    { caption: 'viewWithDifference', filters: { differenceAmount: '<>0' } },
  ],
  useActions: useRefundActions,
  empty: 'emptyRefunds',
  permission: 'Synchronization.Read',
})
