import { defineList } from '@/components/list/definition'
import { useImportActions } from './importActions'
import { financialTone } from './tones'

export const ordersToImportList = defineList({
  entity: 'shopifyOrdersToImport',
  caption: 'ordersToImport',
  sort: 'createdAt desc',
  columns: [
    { field: 'orderNumber', width: 140, narrow: 'title' },
    { field: 'shopCode', width: 110 },
    { field: 'createdAt', width: 160, narrow: 'detail' },
    { field: 'importAction', width: 130, narrow: 'detail' },
    { field: 'financialStatus', tone: ({ financialStatus }) => financialTone(financialStatus) },
    { field: 'fulfillmentStatus' },
    { field: 'orderAmount', amount: true, narrow: 'end' },
    { field: 'currencyCode', width: 120 },
    { field: 'numberOfOrderLines', width: 140 },
    { field: 'hasError', width: 90 },
    { field: 'errorMessage', width: 300 },
    { field: 'setAside', width: 150 },
    { field: 'setAsideReason', width: 200, hidden: true },
    { field: 'fullyPaid', hidden: true },
    { field: 'highRisk', hidden: true },
    { field: 'channelName', hidden: true },
    { field: 'tags', hidden: true },
    { field: 'updatedAt', hidden: true },
  ],
  views: [
    { caption: 'viewWaiting', filters: { setAside: "''" } },
    { caption: 'viewWithError', filters: { hasError: 'Yes' } },
    { caption: 'viewSetAside', filters: { setAside: "<>''" } },
    { caption: 'viewPaid', filters: { fullyPaid: 'Yes' } },
  ],
  useActions: useImportActions,
  empty: 'emptyOrdersToImport',
  permission: 'Synchronization.Read',
})
