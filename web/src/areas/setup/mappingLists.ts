import type { AnyList } from '@/components/list/definition'
import { keptList } from './keptList'
import { lookups } from './lookups'
import { useGetFromShopify } from './useGetFromShopify'

/** What Shopify's names are in the back office, by the addresses below `/setup`. */
export const mappingLists: Readonly<Record<string, AnyList>> = {
  'shopify-locations': keptList({
    entity: 'shopifyLocations',
    caption: 'shopifyLocations',
    sort: 'name',
    key: ['shopCode', 'locationId'],
    readOnly: ['name', 'isFulfillmentService', 'active'],
    chosen: { defaultLocationCode: lookups.locations },
    empty: 'emptyLocations',
    notMade: true,
    useMore: () => useGetFromShopify('shopifyLocations', 'getLocations'),
    columns: [
      { field: 'name', width: 200, narrow: 'title' },
      { field: 'shopCode', width: 110, narrow: 'detail' },
      { field: 'defaultLocationCode', width: 180, narrow: 'end' },
      { field: 'defaultProductLocation', width: 190 },
      { field: 'active', width: 90 },
      { field: 'isFulfillmentService', width: 180 },
      { field: 'locationId', width: 150 },
    ],
  }),
  'shipment-method-mapping': keptList({
    entity: 'shopifyShipmentMethodMappings',
    caption: 'shipmentMethodMapping',
    sort: 'name',
    key: ['shopCode', 'name'],
    chosen: { shipmentMethodCode: lookups.shipmentMethods, shippingAgentCode: lookups.shippingAgents },
    empty: 'emptyMappings',
    useMore: () => useGetFromShopify('shopifyShipmentMethodMappings', 'getShipmentMethods'),
    columns: [
      { field: 'name', width: 200, narrow: 'title' },
      { field: 'shopCode', width: 110, narrow: 'detail' },
      { field: 'shipmentMethodCode', width: 180, narrow: 'end' },
      { field: 'shippingAgentCode', width: 160 },
      { field: 'shippingAgentServiceCode', width: 190 },
      { field: 'shippingChargesType', width: 180 },
      { field: 'shippingChargesNumber', width: 180 },
    ],
  }),
  'payment-method-mapping': keptList({
    entity: 'shopifyPaymentMethodMappings',
    caption: 'paymentMethodMapping',
    sort: 'gateway',
    key: ['shopCode', 'gateway', 'creditCardCompany'],
    readOnly: ['manualPaymentGateway'],
    chosen: { paymentMethodCode: lookups.paymentMethods },
    empty: 'emptyMappings',
    columns: [
      { field: 'gateway', width: 200, narrow: 'title' },
      { field: 'creditCardCompany', width: 180, narrow: 'detail' },
      { field: 'shopCode', width: 110 },
      { field: 'manualPaymentGateway', width: 210 },
      { field: 'paymentMethodCode', width: 180, narrow: 'end' },
      { field: 'priority', width: 110 },
    ],
  }),
  'payment-terms-mapping': keptList({
    entity: 'shopifyPaymentTermsMappings',
    caption: 'paymentTermsMapping',
    sort: 'name',
    key: ['shopCode', 'type', 'name'],
    chosen: { paymentTermsCode: lookups.paymentTerms },
    empty: 'emptyMappings',
    useMore: () => useGetFromShopify('shopifyPaymentTermsMappings', 'getPaymentTerms'),
    columns: [
      { field: 'name', width: 200, narrow: 'title' },
      { field: 'type', width: 130, narrow: 'detail' },
      { field: 'shopCode', width: 110 },
      { field: 'paymentTermsCode', width: 180, narrow: 'end' },
      { field: 'isPrimary', width: 120 },
    ],
  }),
  'shopify-tax-areas': keptList({
    entity: 'shopifyTaxAreas',
    caption: 'shopifyTaxAreas',
    sort: 'countryRegionCode',
    key: ['countryRegionCode', 'county'],
    chosen: { taxAreaCode: lookups.taxAreas },
    empty: 'emptyTaxAreas',
    columns: [
      { field: 'countryRegionCode', width: 180, narrow: 'title' },
      { field: 'county', width: 180, narrow: 'detail' },
      { field: 'countyCode', width: 130 },
      { field: 'taxAreaCode', width: 150, narrow: 'end' },
      { field: 'taxLiable', width: 120 },
    ],
  }),
}
