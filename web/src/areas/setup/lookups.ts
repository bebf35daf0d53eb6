import { literal } from '@/api/record'
import type { Values } from '@/components/card/changes'
import { asText } from '@/components/list/valueText'
import { lookup } from '@/components/lookup/source'

const code = 'code'
const name = 'displayName'

/** From which records the fields of cards are chosen. */
export const lookups = {
  items: lookup('items', 'number', name),
  itemCategories: lookup('itemCategories', code, name),
  tariffNumbers: lookup('tariffNumbers', 'number', 'description'),
  vendors: lookup('vendors', 'number', name),
  itemDiscountGroups: lookup('itemDiscountGroups', code, name),
  variantsOf: (itemNumber: string) => lookup('itemVariants', code, undefined, `itemNumber eq ${literal(itemNumber)}`),
  unitsOf: (itemNumber: string) =>
    lookup('itemUnitsOfMeasure', code, undefined, `itemNumber eq ${literal(itemNumber)}`),
  countries: lookup('countriesRegions', code, name),
  currencies: lookup('currencies', code, name),
  locations: lookup('locations', code, name),
  paymentTerms: lookup('paymentTerms', code, name),
  paymentMethods: lookup('paymentMethods', code, name),
  shipmentMethods: lookup('shipmentMethods', code, name),
  /** The carriers that Shopify knows; others may be named, too. */
  trackingCompanies: { ...lookup('shopifyTrackingCompanies', 'name'), named: true },
  salespeople: lookup('salespeoplePurchasers', code, name),
  shippingAgents: lookup('shippingAgents', code, name),
  /** Those of the agent that a record names. */
  servicesOf: ({ shippingAgentCode }: Values) =>
    lookup('shippingAgentServices', code, name, `shippingAgentCode eq ${literal(asText(shippingAgentCode))}`),
  addressesOf: (customerNumber: string) =>
    lookup('shipToAddresses', code, name, `customerNumber eq ${literal(customerNumber)}`),
  customers: lookup('customers', 'number', name),
  /** Those of the general ledger to which people post. */
  accounts: lookup('accounts', 'number', name, 'directPosting eq true'),
  bankAccounts: lookup('bankAccounts', 'number', name),
  customerTemplates: lookup('customerTemplates', code, 'description'),
  customerPriceGroups: lookup('customerPriceGroups', code, name),
  customerDiscountGroups: lookup('customerDiscountGroups', code, name),
  customerPostingGroups: lookup('customerPostingGroups', code, name),
  generalBusinessPostingGroups: lookup('generalBusinessPostingGroups', code, name),
  generalProductPostingGroups: lookup('generalProductPostingGroups', code, name),
  taxAreas: lookup('taxAreas', code, name),
  taxGroups: lookup('taxGroups', code, name),
  vatBusinessPostingGroups: lookup('vatBusinessPostingGroups', code, name),
  vatProductPostingGroups: lookup('vatProductPostingGroups', code, name),
  inventoryPostingGroups: lookup('inventoryPostingGroups', code, name),
  users: lookup('users', 'userName', 'fullName'),
} as const
