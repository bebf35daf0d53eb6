import type { Row } from '@/api/fields'
import type { Permission } from '@/api/session'
import type { PageKey } from '@/i18n/keys'

/** A list of what belongs to a shop, or to its store: cards of one store share its customers and companies. */
export type ShopPage = {
  readonly to: string
  readonly caption: PageKey
  readonly permission: Permission
  readonly of: 'shopCode' | 'store'
  /** What it shows is told to apps on an advanced plan alone. */
  readonly advanced?: true
}

const read = { permission: 'Synchronization.Read', of: 'shopCode' } as const
const setup = { permission: 'Setup.Read', of: 'shopCode' } as const

/** The lists to which a shop card leads. */
export const shopPages: readonly ShopPage[] = [
  { to: '/orders', caption: 'orders', ...read },
  { to: '/refunds', caption: 'refunds', ...read },
  { to: '/returns', caption: 'returns', ...read },
  { to: '/products', caption: 'shopifyProducts', ...read },
  { to: '/shopify-customers', caption: 'shopifyCustomers', ...read, of: 'store' },
  { to: '/companies', caption: 'shopifyCompanies', ...read, of: 'store' },
  { to: '/catalogs', caption: 'shopifyCatalogs', ...read },
  { to: '/sales-channels', caption: 'shopifySalesChannels', ...read },
  { to: '/bulk-operations', caption: 'bulkOperations', ...read },
  { to: '/setup/shopify-locations', caption: 'shopifyLocations', ...setup },
  { to: '/setup/shipment-method-mapping', caption: 'shipmentMethodMapping', ...setup },
  { to: '/setup/payment-method-mapping', caption: 'paymentMethodMapping', ...setup },
  { to: '/setup/payment-terms-mapping', caption: 'paymentTermsMapping', ...setup },
  { to: '/setup/customer-countries', caption: 'customerSetupByCountry', ...setup },
  { to: '/setup/staff-members', caption: 'staffMembers', ...setup, advanced: true },
]

/** Those of them that a shop has on the plan of its store. */
export const pagesOf = ({ advancedShopifyPlan }: Row<'shopifyShops'>): readonly ShopPage[] =>
  shopPages.filter(({ advanced }) => !advanced || advancedShopifyPlan)

/** What a list is asked for, so that it shows what belongs to the shop alone. */
export const searchOf = ({ of }: ShopPage, { code = '', domain = '' }: Row<'shopifyShops'>) => ({
  [`filter.${of}`]: of === 'store' ? domain : code,
})
