import type { EntitySet } from '@/api/fields'
import type { AnyList } from '@/components/list/definition'
import type { PageKey } from '@/i18n/keys'
import { keptList } from './keptList'
import { lookups } from './lookups'
import { mappingLists } from './mappingLists'
import { postingLists } from './postingLists'
import { taxLists } from './taxLists'

/** The sets whose records have a code and a name, and nothing else. */
type Short =
  | 'shipmentMethods'
  | 'locations'
  | 'generalBusinessPostingGroups'
  | 'generalProductPostingGroups'
  | 'vatBusinessPostingGroups'
  | 'vatProductPostingGroups'
  | 'inventoryPostingGroups'
  | 'customerPriceGroups'
  | 'customerDiscountGroups'
  | 'itemDiscountGroups'

const short = (entity: Short & EntitySet & PageKey, name: 'name' | 'description' = 'description') =>
  keptList({
    entity,
    caption: entity,
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 160, narrow: 'title' },
      { field: 'displayName', caption: name, width: 320, narrow: 'detail' },
    ],
  })

/** The lists that documents and books stand on, by their addresses below `/setup`. */
export const setupLists: Readonly<Record<string, AnyList>> = {
  ...postingLists,
  ...taxLists,
  ...mappingLists,
  currencies: keptList({
    entity: 'currencies',
    caption: 'currencies',
    sort: 'code',
    key: ['code'],
    begins: {
      amountRoundingPrecision: 0.01,
      invoiceRoundingPrecision: 0.01,
      unitAmountRoundingPrecision: 0.00001,
    },
    columns: [
      { field: 'code', width: 100, narrow: 'title' },
      { field: 'displayName', caption: 'description', width: 240, narrow: 'detail' },
      { field: 'isoCode', width: 100 },
      { field: 'amountRoundingPrecision' },
      { field: 'unitAmountRoundingPrecision' },
      { field: 'invoiceRoundingPrecision' },
      { field: 'invoiceRoundingType' },
      { field: 'realizedGainsAccount' },
      { field: 'realizedLossesAccount' },
    ],
  }),
  'exchange-rates': keptList({
    entity: 'currencyExchangeRates',
    caption: 'currencyExchangeRates',
    key: ['currencyCode', 'startingDate'],
    columns: [
      { field: 'currencyCode', width: 140, narrow: 'title' },
      { field: 'startingDate', width: 140, narrow: 'detail' },
      { field: 'exchangeRateAmount' },
      { field: 'relationalExchangeRateAmount', narrow: 'end' },
    ],
  }),
  'customer-price-groups': short('customerPriceGroups'),
  'customer-discount-groups': short('customerDiscountGroups'),
  'item-discount-groups': short('itemDiscountGroups'),
  'customer-invoice-discounts': keptList({
    entity: 'customerInvoiceDiscounts',
    caption: 'customerInvoiceDiscounts',
    key: ['code', 'currencyCode', 'minimumAmount'],
    columns: [
      { field: 'code', width: 140, narrow: 'title' },
      { field: 'currencyCode', width: 120 },
      { field: 'minimumAmount', narrow: 'detail' },
      { field: 'discountPercent', caption: 'ownDiscountPercent', narrow: 'end' },
      { field: 'serviceCharge' },
    ],
  }),
  'payment-terms': keptList({
    entity: 'paymentTerms',
    caption: 'paymentTerms',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 120, narrow: 'title' },
      { field: 'displayName', caption: 'description', width: 280, narrow: 'detail' },
      { field: 'dueDateCalculation' },
      { field: 'discountDateCalculation' },
      { field: 'discountPercent', caption: 'ownDiscountPercent' },
      { field: 'calculateDiscountOnCreditMemos' },
    ],
  }),
  'payment-methods': keptList({
    entity: 'paymentMethods',
    caption: 'paymentMethods',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 120, narrow: 'title' },
      { field: 'displayName', caption: 'description', width: 280, narrow: 'detail' },
      { field: 'balancingAccountType', width: 180 },
      { field: 'balancingAccountNumber' },
    ],
  }),
  'shipment-methods': short('shipmentMethods'),
  'shipping-agents': keptList({
    entity: 'shippingAgents',
    caption: 'shippingAgents',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 140, narrow: 'title' },
      { field: 'displayName', caption: 'name', width: 240, narrow: 'detail' },
      { field: 'internetAddress', width: 320 },
      { field: 'trackingCompany', width: 200 },
      { field: 'accountNumber', width: 160 },
    ],
    chosen: { trackingCompany: lookups.trackingCompanies },
  }),
  'shipping-agent-services': keptList({
    entity: 'shippingAgentServices',
    caption: 'shippingAgentServices',
    sort: 'code',
    key: ['shippingAgentCode', 'code'],
    columns: [
      { field: 'shippingAgentCode', width: 180, narrow: 'detail' },
      { field: 'code', width: 140, narrow: 'title' },
      { field: 'displayName', caption: 'description', width: 240 },
      { field: 'shippingTime', width: 140 },
    ],
  }),
  salespeople: keptList({
    entity: 'salespeoplePurchasers',
    caption: 'salespeoplePurchasers',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 140, narrow: 'title' },
      { field: 'displayName', caption: 'name', width: 240, narrow: 'detail' },
      { field: 'jobTitle', width: 200 },
      { field: 'email', width: 240 },
      { field: 'phoneNo', width: 150 },
      { field: 'blocked', width: 110 },
      { field: 'privacyBlocked', width: 150 },
    ],
  }),
  'ship-to-addresses': keptList({
    entity: 'shipToAddresses',
    caption: 'shipToAddresses',
    sort: 'code',
    key: ['customerNumber', 'code'],
    change: 'BackOffice.Change',
    columns: [
      { field: 'customerNumber', width: 140, narrow: 'detail' },
      { field: 'code', width: 120 },
      { field: 'displayName', caption: 'name', width: 220, narrow: 'title' },
      { field: 'displayName2', caption: 'name2', hidden: true },
      { field: 'contact', hidden: true },
      { field: 'addressLine1', width: 200 },
      { field: 'addressLine2', hidden: true },
      { field: 'postalCode', width: 110 },
      { field: 'city', width: 150 },
      { field: 'state', caption: 'county', hidden: true },
      { field: 'country', width: 150 },
      { field: 'phoneNumber', hidden: true },
      { field: 'email', hidden: true },
      { field: 'shipmentMethodCode', hidden: true },
      { field: 'shippingAgentCode', hidden: true },
      { field: 'shippingAgentServiceCode', hidden: true },
      { field: 'locationCode', hidden: true },
      { field: 'salesTaxAreaCode', hidden: true },
      { field: 'taxLiable', hidden: true },
    ],
  }),
  'item-categories': keptList({
    entity: 'itemCategories',
    caption: 'itemCategories',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 160, narrow: 'title' },
      { field: 'displayName', caption: 'description', width: 280, narrow: 'detail' },
      { field: 'parentCategory', width: 180 },
    ],
  }),
  vendors: keptList({
    entity: 'vendors',
    caption: 'vendors',
    sort: 'number',
    key: ['number'],
    change: 'BackOffice.Change',
    columns: [
      { field: 'number', width: 160, narrow: 'title' },
      { field: 'displayName', caption: 'name', width: 280, narrow: 'detail' },
      { field: 'searchName', width: 200 },
    ],
  }),
  'tariff-numbers': keptList({
    entity: 'tariffNumbers',
    caption: 'tariffNumbers',
    sort: 'number',
    key: ['number'],
    columns: [
      { field: 'number', width: 160, narrow: 'title' },
      { field: 'description', width: 420, narrow: 'detail' },
    ],
  }),
  'item-journal-batches': keptList({
    entity: 'itemJournalBatches',
    caption: 'itemJournalBatches',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 140, narrow: 'title' },
      { field: 'templateType', width: 160 },
      { field: 'description', width: 280, narrow: 'detail' },
      { field: 'numberSeries' },
    ],
  }),
  'item-vendors': keptList({
    entity: 'itemVendors',
    caption: 'itemVendors',
    key: ['itemNumber', 'variantCode', 'vendorNumber'],
    change: 'BackOffice.Change',
    columns: [
      { field: 'itemNumber', width: 160, narrow: 'detail' },
      { field: 'variantCode', width: 120 },
      { field: 'vendorNumber', width: 160, narrow: 'title' },
      { field: 'vendorItemNumber', width: 200 },
    ],
  }),
  'item-texts': keptList({
    entity: 'itemTexts',
    caption: 'itemTexts',
    key: ['itemNumber', 'textType', 'languageCode'],
    long: ['text'],
    change: 'BackOffice.Change',
    columns: [
      { field: 'itemNumber', width: 160, narrow: 'title' },
      { field: 'textType', width: 160, narrow: 'detail' },
      { field: 'languageCode', width: 130 },
      { field: 'text', width: 420 },
    ],
  }),
  'units-of-measure': keptList({
    entity: 'unitsOfMeasure',
    caption: 'unitsOfMeasure',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 120, narrow: 'title' },
      { field: 'displayName', caption: 'description', width: 280, narrow: 'detail' },
      { field: 'internationalStandardCode' },
    ],
  }),
  countries: keptList({
    entity: 'countriesRegions',
    caption: 'countriesRegions',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 120, narrow: 'title' },
      { field: 'displayName', caption: 'name', width: 280, narrow: 'detail' },
      { field: 'isoCode' },
    ],
  }),
  locations: short('locations', 'name'),
  'general-business-posting-groups': short('generalBusinessPostingGroups'),
  'general-product-posting-groups': short('generalProductPostingGroups'),
  'vat-business-posting-groups': short('vatBusinessPostingGroups'),
  'vat-product-posting-groups': short('vatProductPostingGroups'),
  'inventory-posting-groups': short('inventoryPostingGroups'),
  'customer-templates': keptList({
    entity: 'customerTemplates',
    caption: 'customerTemplates',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 140, narrow: 'title' },
      { field: 'description', width: 240, narrow: 'detail' },
      { field: 'generalBusinessPostingGroup' },
      { field: 'vatBusinessPostingGroup' },
      { field: 'salesTaxAreaCode', width: 150 },
      { field: 'taxLiable', width: 110 },
      { field: 'customerPostingGroup' },
      { field: 'currencyCode', width: 120 },
      { field: 'paymentTermsCode' },
      { field: 'paymentMethodCode' },
      { field: 'pricesIncludingVat', caption: 'pricesIncludeTax' },
      { field: 'numberSeries' },
    ],
  }),
  'item-templates': keptList({
    entity: 'itemTemplates',
    caption: 'itemTemplates',
    sort: 'code',
    key: ['code'],
    begins: { allowInvoiceDiscount: true },
    columns: [
      { field: 'code', width: 140, narrow: 'title' },
      { field: 'description', width: 240, narrow: 'detail' },
      { field: 'type', width: 130 },
      { field: 'baseUnitOfMeasureCode' },
      { field: 'generalProductPostingGroup' },
      { field: 'vatProductPostingGroup' },
      { field: 'salesTaxGroupCode', width: 150 },
      { field: 'inventoryPostingGroup', caption: 'inventoryPostingGroupCode' },
      { field: 'priceIncludesTax' },
      { field: 'allowInvoiceDiscount' },
    ],
  }),
  'item-variants': keptList({
    entity: 'itemVariants',
    caption: 'itemVariants',
    sort: 'code',
    key: ['itemNumber', 'code'],
    change: 'BackOffice.Change',
    columns: [
      { field: 'itemNumber', width: 140, narrow: 'detail' },
      { field: 'code', width: 120, narrow: 'title' },
      { field: 'displayName', caption: 'description', width: 280 },
      { field: 'blocked', width: 110 },
      { field: 'salesBlocked', width: 140 },
    ],
  }),
  'item-units-of-measure': keptList({
    entity: 'itemUnitsOfMeasure',
    caption: 'itemUnitsOfMeasure',
    key: ['itemNumber', 'code'],
    begins: { qtyPerUnitOfMeasure: 1 },
    change: 'BackOffice.Change',
    columns: [
      { field: 'itemNumber', width: 160, narrow: 'title' },
      { field: 'code', width: 120, narrow: 'detail' },
      { field: 'qtyPerUnitOfMeasure', width: 200, narrow: 'end' },
    ],
  }),
  'item-references': keptList({
    entity: 'itemReferences',
    caption: 'itemReferences',
    key: ['itemNumber', 'variantCode', 'unitOfMeasure', 'referenceNumber'],
    change: 'BackOffice.Change',
    columns: [
      { field: 'itemNumber', width: 160, narrow: 'detail' },
      { field: 'variantCode', width: 120 },
      { field: 'unitOfMeasure', caption: 'unitOfMeasureCode', width: 160 },
      { field: 'referenceNumber', width: 220, narrow: 'title' },
    ],
  }),
}
