import type { Shop } from './guide'

/** Sync Products, Sync Customers, Sync Companies, Sync Orders from Shopify. */
const [PRODUCTS, CUSTOMERS, COMPANIES, ORDERS] = [30108, 30100, 30114, 30104]

/** The tasks of a first import, in the order in which each finds what the one before has brought. */
export function tasksOf({ syncItem, customerImportFromShopify, companyImportFromShopify }: Shop): readonly number[] {
  return [
    ...(syncItem === 'From Shopify' ? [PRODUCTS] : []),
    ...(customerImportFromShopify === 'All Customers' ? [CUSTOMERS] : []),
    ...(companyImportFromShopify === 'All Companies' ? [COMPANIES] : []),
    ORDERS,
  ].filter((task) => task !== undefined)
}
