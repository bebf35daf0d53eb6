import { defineList } from '@/components/list/definition'
import { useDocumentListActions } from './documentListActions'
import { entryOf } from './entryOf'
import { documentTone } from './documentTone'
import { useShipmentActions } from './shipmentActions'
import { shipmentTone } from './shipmentTone'

export const salesInvoicesList = defineList({
  entity: 'salesInvoices',
  caption: 'salesInvoices',
  sort: 'createdAt desc',
  open: ({ id }) => `/sales-invoices/${id}`,
  columns: [
    { field: 'number', width: 130, narrow: 'title', link: ({ id }) => `/sales-invoices/${id}` },
    { field: 'customerNumber', caption: 'sellToCustomerNumber', width: 160 },
    { field: 'customerName', width: 200, narrow: 'detail' },
    { field: 'status', width: 110, tone: ({ status }) => documentTone('salesInvoices', status) },
    { field: 'invoiceDate', caption: 'documentDate', width: 120, narrow: 'detail' },
    { field: 'dueDate', width: 120 },
    { field: 'totalAmountExcludingTax', caption: 'amount', amount: true },
    { field: 'totalAmountIncludingTax', caption: 'amountIncludingVat', width: 160, amount: true, narrow: 'end' },
    { field: 'remainingAmount', width: 150, amount: true },
    { field: 'currencyCode', width: 120 },
    { field: 'orderNumber', width: 130 },
    { field: 'shopifyOrderNumber', width: 140 },
    { field: 'externalDocumentNumber', width: 180 },
    { field: 'jobQueueStatus', width: 170, link: entryOf },
    { field: 'postingDate', hidden: true },
    { field: 'canceled', hidden: true },
    { field: 'salesperson', hidden: true },
    { field: 'preAssignedNumber', hidden: true },
    { field: 'userId', hidden: true },
    { field: 'createdAt', hidden: true },
  ],
  views: [
    { caption: 'viewDrafts', filters: { status: 'Draft|Released' } },
    { caption: 'viewUnpaid', filters: { status: 'Open' } },
  ],
  useActions: (selected) => useDocumentListActions('salesInvoices', selected),
  empty: 'emptySalesInvoices',
  permission: 'BackOffice.Read',
})

export const salesCreditMemosList = defineList({
  entity: 'salesCreditMemos',
  caption: 'salesCreditMemos',
  sort: 'createdAt desc',
  open: ({ id }) => `/sales-credit-memos/${id}`,
  columns: [
    { field: 'number', width: 130, narrow: 'title', link: ({ id }) => `/sales-credit-memos/${id}` },
    { field: 'customerNumber', caption: 'sellToCustomerNumber', width: 160 },
    { field: 'customerName', width: 200, narrow: 'detail' },
    { field: 'status', width: 110, tone: ({ status }) => documentTone('salesCreditMemos', status) },
    { field: 'creditMemoDate', caption: 'documentDate', width: 120, narrow: 'detail' },
    { field: 'totalAmountExcludingTax', caption: 'amount', amount: true },
    { field: 'totalAmountIncludingTax', caption: 'amountIncludingVat', width: 160, amount: true, narrow: 'end' },
    { field: 'remainingAmount', width: 150, amount: true },
    { field: 'currencyCode', width: 120 },
    { field: 'appliesToDocumentNumber', width: 160 },
    { field: 'correctedInvoiceNumber', width: 160 },
    { field: 'shopifyOrderNumber', width: 140 },
    { field: 'jobQueueStatus', width: 170, link: entryOf },
    { field: 'corrective', hidden: true },
    { field: 'salesperson', hidden: true },
    { field: 'postingDate', hidden: true },
    { field: 'preAssignedNumber', hidden: true },
    { field: 'userId', hidden: true },
    { field: 'createdAt', hidden: true },
  ],
  views: [
    { caption: 'viewDrafts', filters: { status: 'Draft|Released' } },
    { caption: 'viewOpen', filters: { status: 'Open' } },
  ],
  useActions: (selected) => useDocumentListActions('salesCreditMemos', selected),
  empty: 'emptySalesCreditMemos',
  permission: 'BackOffice.Read',
})

export const salesShipmentsList = defineList({
  entity: 'salesShipments',
  caption: 'salesShipments',
  sort: 'createdAt desc',
  open: ({ id }) => `/sales-shipments/${id}`,
  columns: [
    { field: 'number', width: 130, narrow: 'title', link: ({ id }) => `/sales-shipments/${id}` },
    { field: 'customerNumber', caption: 'sellToCustomerNumber', width: 160 },
    { field: 'customerName', width: 200, narrow: 'detail' },
    { field: 'postingDate', width: 120, narrow: 'detail' },
    { field: 'orderNumber', width: 130, narrow: 'end' },
    { field: 'shopifyOrderNumber', width: 140 },
    {
      field: 'shopifyFulfillmentId',
      width: 190,
      tone: ({ shopifyFulfillmentId }) => shipmentTone(shopifyFulfillmentId),
    },
    { field: 'shipToName', width: 200 },
    { field: 'shipToCity', width: 160 },
    { field: 'shipmentMethodCode', width: 180 },
    { field: 'packageTrackingNumber', hidden: true },
    { field: 'shippingAgentCode', hidden: true },
    { field: 'salesperson', hidden: true },
    { field: 'externalDocumentNumber', hidden: true },
    { field: 'sourceKind', hidden: true },
    { field: 'userId', hidden: true },
    { field: 'createdAt', hidden: true },
  ],
  views: [
    { caption: 'viewUnprocessedShipments', filters: { sourceKind: 'Shopify Order', shopifyFulfillmentId: '0' } },
    { caption: 'viewSkippedShipments', filters: { sourceKind: 'Shopify Order', shopifyFulfillmentId: '-1|-2' } },
  ],
  useActions: useShipmentActions,
  empty: 'emptySalesShipments',
  permission: 'BackOffice.Read',
})
