import { defineList } from '@/components/list/definition'
import { useProductsActions } from './productActions'
import { productTone } from './tones'

export const productsList = defineList({
  entity: 'shopifyProducts',
  caption: 'shopifyProducts',
  sort: 'title',
  open: ({ id }) => `/products/${id}`,
  columns: [
    { field: 'title', width: 260, narrow: 'title', link: ({ id }) => `/products/${id}` },
    { field: 'status', width: 110, tone: ({ status }) => productTone(status), narrow: 'end' },
    { field: 'itemNumber', width: 130, narrow: 'detail' },
    { field: 'hasVariants', width: 120 },
    { field: 'vendor', width: 150, narrow: 'detail' },
    { field: 'productType', width: 150 },
    { field: 'hasError', width: 100 },
    { field: 'errorMessage', width: 300 },
    { field: 'updatedAt', width: 160 },
    { field: 'shopCode', width: 110 },
    { field: 'tags', hidden: true },
    { field: 'seoTitle', hidden: true },
    { field: 'createdAt', hidden: true },
    { field: 'shopifyProductId', hidden: true },
  ],
  views: [
    { caption: 'viewUnmapped', filters: { itemNumber: "''" } },
    { caption: 'viewWithError', filters: { hasError: 'Yes' } },
  ],
  useActions: (products) => useProductsActions(products),
  empty: 'emptyProducts',
  permission: 'Synchronization.Read',
})
