import { lookups } from '@/areas/setup/lookups'
import { asText } from '@/components/list/valueText'
import type { LookupSource } from '@/components/lookup/source'
import type { FieldCaption } from '@/i18n/captions'
import type { TabKey } from '@/i18n/keys'
import { documentKinds, type DocumentKind, type Stage } from './documentKinds'

/** A field of a document. */
export type DocumentField = {
  readonly name: string
  readonly caption?: FieldCaption
  readonly lookup?: LookupSource
  /** The same, where it depends on the rest of the document. */
  readonly lookupIn?: (document: Readonly<Record<string, unknown>>) => LookupSource
  readonly amount?: true
  readonly lines?: number
  /** Until when it may be changed; nothing: never. */
  readonly until?: 'released' | 'posted' | 'ever'
}

/** A group of them. */
export type DocumentTab = {
  readonly title: TabKey
  /** Closed at first, with this field shown beside its title. */
  readonly summary?: 'billToName' | 'shipToName' | 'customerPriceGroup'
  readonly fields: readonly DocumentField[]
  readonly more?: readonly DocumentField[]
}

const addressesOf = ({ customerNumber }: Readonly<Record<string, unknown>>) =>
  lookups.addressesOf(asText(customerNumber))

/** Whether a field may be changed at a stage. */
export function isChangeable({ until }: DocumentField, stage: Stage): boolean {
  switch (until) {
    case 'ever':
      return true
    case 'posted':
      return stage !== 'posted'
    case 'released':
      return stage === 'draft'
    case undefined:
      return false
  }
}

type Owner = 'sellTo' | 'billTo' | 'shipTo'

/** The fields of an address. */
function addressOf(owner: Owner): readonly DocumentField[] {
  const name = owner === 'sellTo' ? 'customerName' : `${owner}Name`
  return [
    ...(owner === 'sellTo' ? [] : [{ name, until: 'released' } as const]),
    { name: `${name}2`, caption: 'name2', until: 'released' },
    { name: `${owner}Contact`, until: 'released' },
    { name: `${owner}AddressLine1`, caption: `${owner}Address`, until: 'released' },
    { name: `${owner}AddressLine2`, caption: `${owner}Address2`, until: 'released' },
    { name: `${owner}PostCode`, until: 'released' },
    { name: `${owner}City`, until: 'released' },
    { name: `${owner}State`, caption: 'state', until: 'released' },
    { name: `${owner}Country`, lookup: lookups.countries, until: 'released' },
  ]
}

/** The fields of a kind of document, in their groups. */
export function tabsOf(kind: DocumentKind): readonly DocumentTab[] {
  const { date, takesBack, draft } = documentKinds[kind]
  const shipment = kind === 'salesShipments'
  const ordered = kind === 'salesOrders' || kind === 'salesReturnOrders'
  const general: DocumentTab = {
    title: 'general',
    fields: [
      { name: 'number' },
      { name: 'customerNumber', caption: 'sellToCustomerNumber', lookup: lookups.customers, until: 'released' },
      { name: 'customerName', until: 'released' },
      { name: date, caption: 'documentDate', until: 'posted' },
      { name: 'postingDate', until: 'posted' },
      ...(shipment ? [] : [{ name: 'vatReportingDate', until: 'posted' } as const]),
      { name: 'orderDate', until: 'released' },
      ...(shipment ? [] : [{ name: 'dueDate', until: 'posted' } as const]),
      { name: 'externalDocumentNumber', until: 'posted' },
      { name: 'salesperson', lookup: lookups.salespeople, until: 'posted' },
      ...(ordered ? [] : ([{ name: 'orderNumber' }] as const)),
      { name: 'shopifyOrderNumber' },
    ],
    more: [
      ...addressOf('sellTo'),
      { name: 'email', until: 'posted' },
      { name: 'phoneNumber', until: 'posted' },
      ...(ordered ? [] : ([{ name: 'preAssignedNumber' }] as const)),
      { name: 'userId', ...(draft ? { caption: 'assignedUserId' as const } : {}) },
      { name: 'createdAt' },
      { name: 'workDescription', lines: 3, until: 'posted' },
    ],
  }
  const invoicing: DocumentTab = {
    title: 'invoicing',
    summary: 'billToName',
    fields: [
      { name: 'billToCustomerNumber', lookup: lookups.customers, until: 'released' },
      ...addressOf('billTo'),
      { name: 'vatRegistrationNumber' },
      { name: 'languageCode' },
      { name: 'currencyCode', lookup: lookups.currencies, until: 'released' },
      { name: 'pricesIncludeTax', until: 'released' },
      {
        name: 'vatBusinessPostingGroup',
        lookup: lookups.vatBusinessPostingGroups,
        until: 'released',
      },
      { name: 'salesTaxAreaCode', lookup: lookups.taxAreas, until: 'released' },
      { name: 'taxLiable', until: 'released' },
      { name: 'paymentTermsCode', lookup: lookups.paymentTerms, until: 'posted' },
      { name: 'paymentMethodCode', lookup: lookups.paymentMethods, until: 'posted' },
      ...(takesBack ? [{ name: 'appliesToDocumentNumber', until: 'posted' } as const] : []),
      ...(takesBack ? ([{ name: 'correctedInvoiceNumber' }] as const) : []),
      ...(kind === 'salesInvoices' ? ([{ name: 'canceled' }] as const) : []),
    ],
  }
  const shipping: DocumentTab = {
    title: 'shipping',
    summary: 'shipToName',
    fields: [
      { name: 'shipToCode', lookupIn: addressesOf, until: 'released' },
      ...addressOf('shipTo'),
      { name: 'locationCode', lookup: lookups.locations, until: 'released' },
      { name: 'shipmentMethodCode', lookup: lookups.shipmentMethods, until: 'released' },
      { name: 'shippingAgentCode', lookup: lookups.shippingAgents, until: shipment ? 'ever' : 'posted' },
      { name: 'shippingAgentServiceCode', lookupIn: lookups.servicesOf, until: shipment ? 'ever' : 'posted' },
      { name: 'packageTrackingNumber', until: shipment ? 'ever' : 'posted' },
      ...(shipment ? ([{ name: 'shopifyFulfillmentId' }] as const) : []),
      ...(kind === 'salesOrders' ? ([{ name: 'shippingAdvice', until: 'released' }] as const) : []),
    ],
  }
  const prices: DocumentTab = {
    title: 'pricesAndDiscounts',
    summary: 'customerPriceGroup',
    fields: [
      {
        name: 'customerPriceGroup',
        lookup: lookups.customerPriceGroups,
        until: 'released',
      },
      {
        name: 'customerDiscountGroup',
        lookup: lookups.customerDiscountGroups,
        until: 'released',
      },
      ...(ordered ? [{ name: 'campaignNumber', until: 'released' } as const] : []),
      { name: 'invoiceDiscountCode', until: 'released' },
      { name: 'discountAmount', caption: 'invoiceDiscountAmount', amount: true, until: 'released' },
    ],
  }
  return shipment ? [general, shipping] : [general, invoicing, shipping, prices]
}
