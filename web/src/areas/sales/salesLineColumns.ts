import { defineColumns } from '@/components/list/definition'

/** The lines of a sales document. */
export const salesLineColumns = defineColumns('salesOrderLines', [
  { field: 'lineObjectNumber', caption: 'number', width: 92, narrow: 'detail' },
  { field: 'description', width: 220, narrow: 'title' },
  { field: 'quantity', width: 80, narrow: 'detail' },
  { field: 'unitOfMeasureCode', caption: 'unit', width: 72 },
  { field: 'unitPrice', width: 100, amount: true },
  { field: 'discountAmount', caption: 'lineDiscountAmount', width: 120, amount: true },
  { field: 'taxPercent', width: 80 },
  { field: 'amountIncludingTax', caption: 'amountIncludingVat', width: 160, amount: true, narrow: 'end' },
  { field: 'lineType', width: 100 },
  { field: 'variantCode', width: 110 },
  { field: 'locationCode', width: 120 },
])
