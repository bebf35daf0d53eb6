import { defineList } from '@/components/list/definition'
import { useCatalogActions } from './catalogActions'

export const catalogsList = defineList({
  entity: 'shopifyCatalogs',
  caption: 'shopifyCatalogs',
  sort: 'name',
  open: ({ id }) => `/catalogs/${id}`,
  columns: [
    { field: 'name', width: 240, narrow: 'title', link: ({ id }) => `/catalogs/${id}` },
    { field: 'companyName', width: 200, narrow: 'detail' },
    { field: 'catalogType', width: 120 },
    { field: 'syncPrices', caption: 'syncCatalogPrices', width: 120, narrow: 'end' },
    { field: 'status', width: 110 },
    { field: 'priceListCurrency', width: 170 },
    { field: 'customerNumber', width: 140 },
    { field: 'customerPriceGroup', width: 170 },
    { field: 'customerDiscountGroup', width: 170 },
    { field: 'pricesSyncedAt', width: 160 },
    { field: 'shopCode', width: 110 },
    { field: 'deletedInShopify', hidden: true },
    { field: 'pricesIncludingVat', hidden: true },
    { field: 'vatBusPostingGroup', hidden: true },
    { field: 'pricesReadAt', hidden: true },
    { field: 'shopifyCatalogId', hidden: true },
    { field: 'shopifyCompanyId', hidden: true },
  ],
  useActions: useCatalogActions,
  empty: 'emptyCatalogs',
  permission: 'Synchronization.Read',
})
