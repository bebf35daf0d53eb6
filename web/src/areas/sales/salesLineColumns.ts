import { defineColumns } from '@/components/list/definition'

/** The lines of a sales document. */
export const salesLineColumns = defineColumns('salesOrderLines', [
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
