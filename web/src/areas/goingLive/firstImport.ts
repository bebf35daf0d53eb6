import type { Shop } from './guide'

/** Sync Products, Sync Customers, Sync Orders from Shopify. */
const [PRODUCTS, CUSTOMERS, ORDERS] = [30108, 30100, 30104]

/** The tasks of a first import, in the order in which each finds what the one before has brought. */
export function tasksOf({ syncItem, customerImportFromShopify }: Shop): readonly number[] {
  return [
    ...(syncItem === 'From Shopify' ? [PRODUCTS] : []),
    ...(customerImportFromShopify === 'All Customers' ? [CUSTOMERS] : []),
    ORDERS,
  ].filter((task) => task !== undefined)
}
