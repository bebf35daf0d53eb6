import { lookups } from '@/areas/setup/lookups'
import { defineLineColumns, type AnyLineColumn, type LineColumn } from '@/components/lines/columns'
import { lookup, type LookupSource } from '@/components/lookup/source'

type Line = { readonly lineType?: string | undefined }

const LINE_TYPES = ['Item', 'Account', 'Comment'] as const

/** What a line sells is chosen from what its type names. */
function sold({ lineType }: Line): LookupSource | undefined {
  if (lineType === 'Item') return lookup('items', 'number', 'displayName', 'blocked eq false')
  return lineType === 'Account' ? lookups.accounts : undefined
}

const sells = ({ lineType }: Line) => lineType !== 'Comment'
const isItem = ({ lineType }: Line) => lineType === 'Item'
const locations = () => lookups.locations

const columns: readonly LineColumn<'salesInvoiceLines'>[] = [
  { field: 'lineType', width: 92, entered: 'once', options: LINE_TYPES },
  { field: 'lineObjectNumber', caption: 'number', width: 120, entered: 'once', when: sells, lookup: sold },
  { field: 'description', width: 180 },
  { field: 'quantity', width: 76, when: sells },
  { field: 'unitOfMeasureCode', caption: 'unit', width: 64, when: isItem },
  { field: 'unitPrice', width: 92, amount: true, when: sells },
  { field: 'discountPercent', width: 96, when: sells },
  { field: 'lineAmount', width: 96, amount: true, when: sells },
  { field: 'locationCode', width: 124, when: isItem, lookup: locations },
  { field: 'variantCode', width: 96, when: isItem },
  { field: 'amountIncludingTax', caption: 'amountIncludingVat', width: 110, amount: true, entered: 'never' },
]

/** The lines of a document that is posted as a whole. */
export const plainLines = (lines: 'salesInvoiceLines' | 'salesCreditMemoLines' | 'salesReturnOrderLines') =>
  defineLineColumns(lines, columns as readonly LineColumn<typeof lines>[])

/** Those of an order, which may be shipped and invoiced in parts. */
export const orderLines: readonly AnyLineColumn[] = [
  ...(columns as unknown as readonly AnyLineColumn[]),
  ...defineLineColumns('salesOrderLines', [
    { field: 'shipmentDate', width: 112, when: isItem },
    { field: 'shipQuantity', width: 92, when: sells },
    { field: 'shippedQuantity', width: 92, entered: 'never' },
    { field: 'invoiceQuantity', width: 92, when: sells },
    { field: 'invoicedQuantity', width: 92, entered: 'never' },
    { field: 'shippingAgentCode', width: 104, when: sells, lookup: () => lookups.shippingAgents },
    { field: 'shippingAgentServiceCode', width: 124, when: sells, lookup: lookups.servicesOf },
  ]),
]

const PLANNED = ['shipQuantity', 'invoiceQuantity']

/** What of the lines of a released order is entered: how much the next posting ships and invoices. */
export const planned = (columns: readonly AnyLineColumn[]): readonly AnyLineColumn[] =>
  columns.map((column) => (PLANNED.includes(column.field) ? column : { ...column, entered: 'never' }))

/** Those of a posted shipment. */
export const shippedLines = defineLineColumns('salesShipmentLines', [
  { field: 'lineType', width: 92 },
  { field: 'lineObjectNumber', caption: 'number', width: 110 },
  { field: 'description', width: 220 },
  { field: 'quantity', width: 84 },
  { field: 'unitOfMeasureCode', caption: 'unit', width: 80 },
  { field: 'variantCode', width: 92 },
  { field: 'locationCode', width: 110 },
])

/** What a new line begins with. */
export const beginLine = () => ({ lineType: 'Item' })

/** Whether enough is entered for a line to be added: what it sells, or what a text says. */
export function isLineComplete(line: Readonly<Record<string, unknown>>): boolean {
  return Boolean(line.lineType === 'Comment' ? line.description : line.lineObjectNumber)
}
