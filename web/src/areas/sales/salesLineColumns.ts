import { defineColumns } from '@/components/list/definition'

/** The lines of a sales document. */
export const salesLineColumns = defineColumns('salesOrderLines', [
  { field: 'lineType', width: 100 },
  { field: 'lineObjectNumber', caption: 'number', width: 110, narrow: 'detail' },
  { field: 'variantCode', width: 110 },
  { field: 'description', width: 260, narrow: 'title' },
  { field: 'locationCode', width: 120 },
  { field: 'quantity', width: 90, narrow: 'detail' },
  { field: 'unitOfMeasureCode', width: 110 },
  { field: 'unitPrice', width: 110, amount: true },
  { field: 'discountAmount', caption: 'lineDiscountAmount', width: 150, amount: true },
  { field: 'taxPercent', width: 90 },
  { field: 'amountIncludingTax', caption: 'amountIncludingVat', width: 160, amount: true, narrow: 'end' },
])
