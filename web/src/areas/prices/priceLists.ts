import { keptList } from '@/areas/setup/keptList'
import { useImportAction } from '@/areas/setup/importAction'
import { defineList, type AnyList } from '@/components/list/definition'
import { literal } from '@/api/record'
import { statusTone } from './statusTone'
import { useNewListAction } from './newListAction'

/** The price lists. */
export const priceListsList: AnyList = defineList({
  entity: 'priceLists',
  caption: 'priceLists',
  sort: 'code',
  open: ({ id }) => `/price-lists/${id}`,
  columns: [
    { field: 'code', width: 160, narrow: 'detail', link: ({ id }) => `/price-lists/${id}` },
    { field: 'description', width: 280, narrow: 'title' },
    { field: 'sourceType', width: 190, narrow: 'detail' },
    { field: 'sourceNumber', width: 150 },
    { field: 'currencyCode', width: 120 },
    { field: 'startingDate', width: 130 },
    { field: 'endingDate', width: 130 },
    { field: 'status', width: 120, narrow: 'end', tone: statusTone },
    { field: 'priceIncludesTax', hidden: true },
    { field: 'lastModifiedDateTime', hidden: true },
  ],
  views: [{ caption: 'viewActive', filters: { status: 'Active' } }],
  useActions: () => [useNewListAction(), useImportAction(priceListsList, 'BackOffice.Change')],
  empty: 'emptyPriceLists',
  permission: 'BackOffice.Read',
})

/** The lines of a price list. */
export const linesOfList = (code: string): AnyList =>
  keptList({
    entity: 'priceListLines',
    caption: 'priceListLines',
    sort: 'lineNumber',
    key: [],
    many: true,
    filter: `listCode eq ${literal(code)}`,
    given: { listCode: code, allowLineDiscount: true, allowInvoiceDiscount: true, amountType: 'Price' },
    permission: 'BackOffice.Read',
    change: 'BackOffice.Change',
    columns: [
      { field: 'assetType', width: 180 },
      { field: 'assetNumber', width: 140, narrow: 'title' },
      { field: 'variantCode', width: 120, narrow: 'detail' },
      { field: 'unitOfMeasureCode', width: 140 },
      { field: 'minimumQuantity', width: 160, narrow: 'detail' },
      { field: 'amountType', width: 150 },
      { field: 'unitPrice', amount: true, narrow: 'end' },
      { field: 'lineDiscountPercent', width: 150 },
      { field: 'startingDate', width: 130 },
      { field: 'endingDate', width: 130 },
      { field: 'allowLineDiscount', width: 150 },
      { field: 'allowInvoiceDiscount', width: 160 },
    ],
  })
