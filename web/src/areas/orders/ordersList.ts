import { defineList } from '@/components/list/definition'
import { useOrderActions } from './orderActions'
import { financialTone, fulfillmentTone } from './tones'

export const ordersList = defineList({
  entity: 'shopifyOrders',
  caption: 'orders',
  sort: 'createdAt desc',
  open: ({ id }) => `/orders/${id}`,
  columns: [
    { field: 'shopifyOrderNumber', width: 150, narrow: 'title', link: ({ id }) => `/orders/${id}` },
    { field: 'createdAt', width: 146, narrow: 'detail' },
    { field: 'sellToCustomerName', width: 150, narrow: 'detail' },
    { field: 'financialStatus', width: 164, tone: ({ financialStatus }) => financialTone(financialStatus) },
    { field: 'fulfillmentStatus', width: 166, tone: ({ fulfillmentStatus }) => fulfillmentTone(fulfillmentStatus) },
    { field: 'totalAmount', width: 112, amount: true, narrow: 'end' },
    { field: 'processed', width: 92 },
    { field: 'salesOrderNumber', width: 130 },
    { field: 'shopCode', width: 110 },
    { field: 'errorMessage', width: 300 },
    { field: 'sellToCustomerNumber', width: 160, hidden: true },
    { field: 'currencyCode', width: 120, hidden: true },
    { field: 'hasError', width: 100, hidden: true },
    { field: 'email', hidden: true },
    { field: 'phoneNumber', hidden: true },
    { field: 'fullyPaid', hidden: true },
    { field: 'highRisk', hidden: true },
    { field: 'closed', hidden: true },
    { field: 'cancelledAt', hidden: true },
    { field: 'vatAmount', hidden: true, amount: true },
    { field: 'discountAmount', caption: 'discountAmount', hidden: true, amount: true },
    { field: 'channelName', hidden: true },
    { field: 'tags', hidden: true },
    { field: 'updatedAt', hidden: true },
  ],
  views: [
    { caption: 'viewUnprocessed', filters: { processed: 'No' } },
    { caption: 'viewWithError', filters: { hasError: 'Yes' } },
    { caption: 'viewToday', filters: { createdAt: 'today' } },
  ],
  useActions: useOrderActions,
  empty: 'emptyOrders',
  permission: 'Synchronization.Read',
})
