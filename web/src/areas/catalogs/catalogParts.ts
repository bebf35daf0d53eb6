import { defineColumns } from '@/components/list/definition'

/** What goods cost in a catalog: in Shopify, and here. */
export const catalogPrices = {
  entity: 'shopifyCatalogPrices',
  sort: 'shopifyVariantId',
  columns: defineColumns('shopifyCatalogPrices', [
    { field: 'displayName', width: 220, narrow: 'title' },
    { field: 'itemNumber', width: 120, narrow: 'detail' },
    { field: 'variantCode', width: 120 },
    { field: 'price', caption: 'priceInShopify', width: 140, amount: true },
    { field: 'compareAtPrice', caption: 'compareAtPriceInShopify', width: 200, amount: true },
    { field: 'calculatedPrice', width: 150, amount: true, narrow: 'end' },
    { field: 'calculatedCompareAtPrice', width: 210, amount: true },
    { field: 'differs', width: 110 },
    { field: 'isFixed', width: 140 },
    { field: 'errorMessage', width: 360 },
  ]),
} as const

/** For which markets it is. */
export const catalogMarkets = {
  entity: 'shopifyMarketCatalogRelations',
  sort: 'shopifyMarketId',
  columns: defineColumns('shopifyMarketCatalogRelations', [
    { field: 'marketName', width: 220, narrow: 'title' },
    { field: 'shopifyMarketId', width: 180, narrow: 'detail' },
  ]),
} as const

/** For which locations of its company it is. */
export const catalogLocations = {
  entity: 'shopifyCatalogLocations',
  sort: 'shopifyLocationId',
  columns: defineColumns('shopifyCatalogLocations', [
    { field: 'locationName', width: 220, narrow: 'title' },
    { field: 'shopifyLocationId', width: 180, narrow: 'detail' },
  ]),
} as const
