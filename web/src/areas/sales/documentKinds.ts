import { defineColumns } from '@/components/list/definition'

const amounts = defineColumns('salesInvoiceLines', [
  { field: 'lineObjectNumber', caption: 'number', width: 92, narrow: 'detail' },
  { field: 'description', width: 180, narrow: 'title' },
  { field: 'quantity', width: 68, narrow: 'detail' },
  { field: 'unitOfMeasureCode', caption: 'unit', width: 64 },
  { field: 'unitPrice', width: 100, amount: true },
  { field: 'discountAmount', caption: 'lineDiscountAmount', width: 120, amount: true },
  { field: 'taxPercent', width: 68 },
  { field: 'amountIncludingTax', caption: 'amountIncludingVat', width: 136, amount: true, narrow: 'end' },
  { field: 'lineType', width: 100 },
  { field: 'variantCode', width: 110 },
  { field: 'locationCode', width: 120 },
])

const goods = defineColumns('salesShipmentLines', [
  { field: 'lineObjectNumber', caption: 'number', width: 92, narrow: 'detail' },
  { field: 'description', width: 220, narrow: 'title' },
  { field: 'quantity', width: 80, narrow: 'end' },
  { field: 'unitOfMeasureCode', caption: 'unit', width: 80 },
  { field: 'variantCode', width: 110 },
  { field: 'locationCode', width: 120 },
  { field: 'lineType', width: 100 },
])

/** What tells the kinds of documents apart: their addresses, the name of their date, and their lines. */
export const documentKinds = {
  salesInvoices: {
    caption: 'salesInvoice',
    list: '/sales-invoices',
    date: 'invoiceDate',
    lines: 'salesInvoiceLines',
    lineColumns: amounts,
  },
  salesCreditMemos: {
    caption: 'salesCreditMemo',
    list: '/sales-credit-memos',
    date: 'creditMemoDate',
    lines: 'salesCreditMemoLines',
    lineColumns: amounts,
  },
  salesShipments: {
    caption: 'salesShipment',
    list: '/sales-shipments',
    date: 'documentDate',
    lines: 'salesShipmentLines',
    lineColumns: goods,
  },
} as const

/** A set of such documents. */
export type DocumentKind = keyof typeof documentKinds
