import { useImportAction } from '@/areas/setup/importAction'
import { useNewFromTemplateAction } from '@/areas/setup/newFromTemplateAction'
import { useAddToShopify } from '@/areas/shops/useAddToShopify'
import { defineList, type AnyList } from '@/components/list/definition'

export const itemsList: AnyList = defineList({
  entity: 'items',
  caption: 'items',
  sort: 'number',
  open: ({ id }) => `/items/${id}`,
  columns: [
    { field: 'number', width: 130, narrow: 'detail', link: ({ id }) => `/items/${id}` },
    { field: 'displayName', caption: 'description', width: 300, narrow: 'title' },
    { field: 'type', width: 130 },
    { field: 'baseUnitOfMeasureCode', width: 140 },
    { field: 'unitPrice', amount: true, narrow: 'end' },
    { field: 'unitCost', amount: true },
    { field: 'gtin', width: 150 },
    { field: 'itemCategoryCode', hidden: true },
    { field: 'vendorNumber', hidden: true },
    { field: 'vendorItemNumber', hidden: true },
    { field: 'blocked', width: 100 },
    { field: 'salesBlocked', width: 140 },
    { field: 'priceIncludesTax', hidden: true },
    { field: 'taxGroupCode', caption: 'vatProductPostingGroup', hidden: true },
    { field: 'inventoryPostingGroupCode', hidden: true },
    { field: 'lastModifiedDateTime', hidden: true },
  ],
  views: [{ caption: 'viewBlocked', filters: { blocked: 'Yes' } }],
  useActions: (items) => [
    useAddToShopify('items', items),
    useNewFromTemplateAction({
      entity: 'items',
      caption: 'item',
      templates: 'itemTemplates',
      field: 'itemTemplateCode',
    }),
    useImportAction(itemsList, 'BackOffice.Change'),
  ],
  empty: 'emptyItems',
  permission: 'BackOffice.Read',
})
