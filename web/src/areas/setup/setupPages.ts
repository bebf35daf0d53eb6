import type { en } from '@/i18n/en'
import type { PageKey } from '@/i18n/keys'

/** A list of the set-up. */
export type SetupPage = {
  readonly to: string
  readonly caption: PageKey
  /** Beside which others it stands. */
  readonly group: keyof typeof en.upkeep & ('ofSales' | 'ofFinance' | 'ofStock' | 'ofShopify')
}

/** Every list of the set-up, in the order in which one sets up a company. */
export const setupPages: readonly SetupPage[] = [
  { to: '/setup/company', caption: 'companyInformation', group: 'ofFinance' },
  { to: '/setup/general-ledger', caption: 'generalLedgerSetup', group: 'ofFinance' },
  { to: '/setup/users', caption: 'userSetup', group: 'ofFinance' },
  { to: '/setup/number-series', caption: 'numberSeries', group: 'ofFinance' },
  { to: '/setup/number-series-lines', caption: 'numberSeriesLines', group: 'ofFinance' },
  { to: '/setup/currencies', caption: 'currencies', group: 'ofFinance' },
  { to: '/setup/exchange-rates', caption: 'currencyExchangeRates', group: 'ofFinance' },
  { to: '/setup/bank-accounts', caption: 'bankAccounts', group: 'ofFinance' },
  { to: '/setup/bank-account-posting-groups', caption: 'bankAccountPostingGroups', group: 'ofFinance' },
  { to: '/setup/journal-templates', caption: 'generalJournalTemplates', group: 'ofFinance' },
  { to: '/setup/journals', caption: 'journals', group: 'ofFinance' },
  { to: '/setup/general-business-posting-groups', caption: 'generalBusinessPostingGroups', group: 'ofFinance' },
  { to: '/setup/general-product-posting-groups', caption: 'generalProductPostingGroups', group: 'ofFinance' },
  { to: '/setup/general-posting', caption: 'generalPostingSetup', group: 'ofFinance' },
  { to: '/setup/vat-business-posting-groups', caption: 'vatBusinessPostingGroups', group: 'ofFinance' },
  { to: '/setup/vat-product-posting-groups', caption: 'vatProductPostingGroups', group: 'ofFinance' },
  { to: '/setup/vat-posting', caption: 'vatPostingSetup', group: 'ofFinance' },
  { to: '/setup/tax-areas', caption: 'taxAreas', group: 'ofFinance' },
  { to: '/setup/tax-area-lines', caption: 'taxAreaLines', group: 'ofFinance' },
  { to: '/setup/tax-jurisdictions', caption: 'taxJurisdictions', group: 'ofFinance' },
  { to: '/setup/tax-groups', caption: 'taxGroups', group: 'ofFinance' },
  { to: '/setup/tax-details', caption: 'taxDetails', group: 'ofFinance' },
  { to: '/setup/sales-receivables', caption: 'salesReceivablesSetup', group: 'ofSales' },
  { to: '/setup/customer-templates', caption: 'customerTemplates', group: 'ofSales' },
  { to: '/setup/customer-posting-groups', caption: 'customerPostingGroups', group: 'ofSales' },
  { to: '/setup/customer-price-groups', caption: 'customerPriceGroups', group: 'ofSales' },
  { to: '/setup/customer-discount-groups', caption: 'customerDiscountGroups', group: 'ofSales' },
  { to: '/setup/customer-invoice-discounts', caption: 'customerInvoiceDiscounts', group: 'ofSales' },
  { to: '/setup/payment-terms', caption: 'paymentTerms', group: 'ofSales' },
  { to: '/setup/payment-methods', caption: 'paymentMethods', group: 'ofSales' },
  { to: '/setup/shipment-methods', caption: 'shipmentMethods', group: 'ofSales' },
  { to: '/setup/shipping-agents', caption: 'shippingAgents', group: 'ofSales' },
  { to: '/setup/shipping-agent-services', caption: 'shippingAgentServices', group: 'ofSales' },
  { to: '/setup/salespeople', caption: 'salespeoplePurchasers', group: 'ofSales' },
  { to: '/setup/ship-to-addresses', caption: 'shipToAddresses', group: 'ofSales' },
  { to: '/setup/countries', caption: 'countriesRegions', group: 'ofSales' },
  { to: '/setup/inventory', caption: 'inventorySetup', group: 'ofStock' },
  { to: '/setup/locations', caption: 'locations', group: 'ofStock' },
  { to: '/setup/inventory-posting-groups', caption: 'inventoryPostingGroups', group: 'ofStock' },
  { to: '/setup/inventory-posting', caption: 'inventoryPostingSetup', group: 'ofStock' },
  { to: '/setup/item-journal-batches', caption: 'itemJournalBatches', group: 'ofStock' },
  { to: '/setup/item-categories', caption: 'itemCategories', group: 'ofStock' },
  { to: '/setup/vendors', caption: 'vendors', group: 'ofStock' },
  { to: '/setup/tariff-numbers', caption: 'tariffNumbers', group: 'ofStock' },
  { to: '/setup/item-templates', caption: 'itemTemplates', group: 'ofStock' },
  { to: '/setup/units-of-measure', caption: 'unitsOfMeasure', group: 'ofStock' },
  { to: '/setup/item-discount-groups', caption: 'itemDiscountGroups', group: 'ofStock' },
  { to: '/setup/item-variants', caption: 'itemVariants', group: 'ofStock' },
  { to: '/setup/item-units-of-measure', caption: 'itemUnitsOfMeasure', group: 'ofStock' },
  { to: '/setup/item-references', caption: 'itemReferences', group: 'ofStock' },
  { to: '/setup/item-vendors', caption: 'itemVendors', group: 'ofStock' },
  { to: '/setup/item-texts', caption: 'itemTexts', group: 'ofStock' },
  { to: '/setup/shopify-locations', caption: 'shopifyLocations', group: 'ofShopify' },
  { to: '/setup/shipment-method-mapping', caption: 'shipmentMethodMapping', group: 'ofShopify' },
  { to: '/setup/payment-method-mapping', caption: 'paymentMethodMapping', group: 'ofShopify' },
  { to: '/setup/payment-terms-mapping', caption: 'paymentTermsMapping', group: 'ofShopify' },
  { to: '/setup/staff-members', caption: 'staffMembers', group: 'ofShopify' },
  { to: '/setup/customer-countries', caption: 'customerSetupByCountry', group: 'ofShopify' },
  { to: '/setup/shopify-tax-areas', caption: 'shopifyTaxAreas', group: 'ofShopify' },
]
