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
    { field: 'shopCode', width: 110 },
    { field: 'createdAt', width: 160, narrow: 'detail' },
    { field: 'sellToCustomerName', width: 200, narrow: 'detail' },
    { field: 'sellToCustomerNumber', width: 160 },
    { field: 'financialStatus', tone: ({ financialStatus }) => financialTone(financialStatus) },
    { field: 'fulfillmentStatus', tone: ({ fulfillmentStatus }) => fulfillmentTone(fulfillmentStatus) },
    { field: 'totalAmount', amount: true, narrow: 'end' },
    { field: 'currencyCode', width: 120 },
    { field: 'processed', width: 110 },
    { field: 'salesOrderNumber', width: 150 },
    { field: 'hasError', width: 90 },
    { field: 'errorMessage', width: 300 },
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
