import { literal } from '@/api/record'
import { keptList } from '@/areas/setup/keptList'
import { lookups } from '@/areas/setup/lookups'

/** Where else goods of a customer go. */
export const shipToAddressesOf = (customerNumber: string) =>
  keptList({
    entity: 'shipToAddresses',
    caption: 'shipToAddresses',
    sort: 'code',
    key: ['code'],
    permission: 'BackOffice.Read',
    change: 'BackOffice.Change',
    notImported: true,
    given: { customerNumber },
    chosen: {
      country: lookups.countries,
      shipmentMethodCode: lookups.shipmentMethods,
      shippingAgentCode: lookups.shippingAgents,
      locationCode: lookups.locations,
      salesTaxAreaCode: lookups.taxAreas,
    },
    filter: `customerNumber eq ${literal(customerNumber)}`,
    columns: [
      { field: 'code', width: 110, narrow: 'detail' },
      { field: 'displayName', caption: 'name', width: 220, narrow: 'title' },
      { field: 'displayName2', caption: 'name2', hidden: true },
      { field: 'contact', width: 160 },
      { field: 'addressLine1', width: 200 },
      { field: 'addressLine2', hidden: true },
      { field: 'postalCode', width: 100 },
      { field: 'city', width: 150, narrow: 'detail' },
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
  })
