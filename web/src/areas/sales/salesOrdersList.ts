import { defineList } from '@/components/list/definition'
import { useDocumentListActions } from './documentListActions'
import { documentTone } from './documentTone'
import { entryOf } from './entryOf'

export const salesOrdersList = defineList({
  entity: 'salesOrders',
  caption: 'salesOrders',
  sort: 'number desc',
  open: ({ id }) => `/sales-orders/${id}`,
  columns: [
    { field: 'number', width: 120, narrow: 'title', link: ({ id }) => `/sales-orders/${id}` },
    { field: 'customerNumber', caption: 'sellToCustomerNumber', width: 160 },
    { field: 'customerName', width: 200, narrow: 'detail' },
    { field: 'shopifyOrderNumber', width: 140 },
    { field: 'orderDate', width: 110, narrow: 'detail' },
    { field: 'status', width: 110, tone: ({ status }) => documentTone('salesOrders', status) },
    { field: 'totalAmountExcludingTax', caption: 'amount', amount: true },
    { field: 'totalAmountIncludingTax', caption: 'amountIncludingVat', width: 160, amount: true, narrow: 'end' },
    { field: 'currencyCode', width: 120 },
    { field: 'externalDocumentNumber', width: 180 },
    { field: 'jobQueueStatus', width: 170, link: entryOf },
    { field: 'dueDate', hidden: true },
    { field: 'postingDate', hidden: true },
    { field: 'documentDate', hidden: true },
    { field: 'salesperson', hidden: true },
    { field: 'userId', caption: 'assignedUserId', hidden: true },
    { field: 'createdAt', hidden: true },
  ],
  views: [
    { caption: 'viewFromShopify', filters: { shopifyOrderNumber: "<>''" } },
    { caption: 'viewOpen', filters: { status: 'Open' } },
  ],
  useActions: (selected) => useDocumentListActions('salesOrders', selected),
  empty: 'emptySalesOrders',
  permission: 'BackOffice.Read',
})

export const salesReturnOrdersList = defineList({
  entity: 'salesReturnOrders',
  caption: 'salesReturnOrders',
  sort: 'number desc',
  open: ({ id }) => `/sales-return-orders/${id}`,
  columns: [
    { field: 'number', width: 120, narrow: 'title', link: ({ id }) => `/sales-return-orders/${id}` },
    { field: 'customerNumber', caption: 'sellToCustomerNumber', width: 160 },
    { field: 'customerName', width: 200, narrow: 'detail' },
    { field: 'orderDate', width: 110, narrow: 'detail' },
    { field: 'status', width: 110, tone: ({ status }) => documentTone('salesReturnOrders', status) },
    { field: 'totalAmountExcludingTax', caption: 'amount', amount: true },
    { field: 'totalAmountIncludingTax', caption: 'amountIncludingVat', width: 160, amount: true, narrow: 'end' },
    { field: 'currencyCode', width: 120 },
    { field: 'appliesToDocumentNumber', width: 160 },
    { field: 'jobQueueStatus', width: 170, link: entryOf },
    { field: 'postingDate', hidden: true },
    { field: 'salesperson', hidden: true },
    { field: 'createdAt', hidden: true },
  ],
  useActions: (selected) => useDocumentListActions('salesReturnOrders', selected),
  empty: 'emptySalesReturnOrders',
  permission: 'BackOffice.Read',
})
