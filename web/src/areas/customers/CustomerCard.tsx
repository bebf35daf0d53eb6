import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { KeptLines } from '@/areas/setup/KeptLines'
import { lookups } from '@/areas/setup/lookups'
import { useAddToShopify } from '@/areas/shops/useAddToShopify'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { StatusBadge } from '@/components/status/StatusBadge'
import { shipToAddressesOf } from './shipToAddresses'

const Field = fieldsOf('customers')

/** A customer: who and where they are, how they pay, and where their goods go. */
export function CustomerCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="customers"
      id={id}
      caption="customer"
      list={{ to: '/customers', caption: 'customers' }}
      title={({ number, displayName }) => `${number} · ${displayName}`}
      useActions={useActions}
      badge={({ blocked }) => (blocked ? <StatusBadge tone="bad">{t('fields.blocked')}</StatusBadge> : null)}
      facts={({ number = '' }) => (
        <FactBox
          title={t('orders.documents')}
          facts={[
            {
              name: t('pages.salesOrders'),
              value: t('common.show'),
              to: '/sales-orders',
              search: { 'filter.customerNumber': number },
            },
            {
              name: t('pages.customerLedgerEntries'),
              value: t('common.show'),
              to: '/ledgers/customers',
              search: { 'filter.customerNumber': number },
            },
          ]}
        />
      )}
      change="BackOffice.Change"
    >
      {({ number = '', city, currencyCode, shipToCode }) => (
        <>
          <FastTab title="general">
            <Field name="number" readOnly />
            <Field name="displayName" caption="name" />
            <Field name="displayName2" caption="name2" />
            <Field name="blocked" />
            <Field name="privacyBlocked" />
            <Field name="salespersonCode" lookup={lookups.salespeople} />
            <Field name="taxRegistrationNumber" />
            <Field name="registrationNumber" />
            <Field name="lastModifiedDateTime" readOnly />
          </FastTab>
          <FastTab title="address" summary={city}>
            <Field name="addressLine1" />
            <Field name="addressLine2" />
            <Field name="postalCode" />
            <Field name="city" />
            <Field name="state" caption="county" />
            <Field name="country" lookup={lookups.countries} />
            <Field name="contact" />
            <Field name="email" />
            <Field name="phoneNumber" />
            <Field name="mobilePhoneNumber" />
            <Field name="website" />
            <Field name="languageCode" />
          </FastTab>
          <FastTab title="invoicing" closed summary={currencyCode}>
            <Field name="currencyCode" lookup={lookups.currencies} />
            <Field name="pricesIncludeTax" />
            <Field name="customerPriceGroup" lookup={lookups.customerPriceGroups} />
            <Field name="customerDiscountGroup" lookup={lookups.customerDiscountGroups} />
            <Field name="invoiceDiscountCode" />
            <Field name="allowLineDiscount" />
            <Field
              name="customerPostingGroupCode"
              caption="customerPostingGroup"
              lookup={lookups.customerPostingGroups}
            />
            <Field
              name="generalBusinessPostingGroupCode"
              caption="generalBusinessPostingGroup"
              lookup={lookups.generalBusinessPostingGroups}
            />
            <Field name="taxAreaCode" caption="vatBusinessPostingGroup" lookup={lookups.vatBusinessPostingGroups} />
            <Field name="salesTaxAreaCode" lookup={lookups.taxAreas} />
            <Field name="taxLiable" />
          </FastTab>
          <FastTab title="payments" closed>
            <Field name="paymentTermsCode" lookup={lookups.paymentTerms} />
            <Field name="paymentMethodCode" lookup={lookups.paymentMethods} />
          </FastTab>
          <FastTab title="shipping" closed summary={shipToCode}>
            <Field name="shipToCode" lookup={lookups.addressesOf(number)} />
            <Field name="locationCode" lookup={lookups.locations} />
            <Field name="shipmentMethodCode" lookup={lookups.shipmentMethods} />
            <Field name="shippingAgentCode" lookup={lookups.shippingAgents} />
            <Field name="shippingAgentServiceCode" lookupIn={lookups.servicesOf} />
            <Field name="shippingAdvice" />
          </FastTab>
          <FastTab title="shipToAddresses" closed whole>
            <Addresses customerNumber={number} />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

function Addresses({ customerNumber }: { readonly customerNumber: string }) {
  const list = useMemo(() => shipToAddressesOf(customerNumber), [customerNumber])
  return <KeptLines of={list} />
}

function useActions(customer: Row<'customers'>) {
  return [useAddToShopify('customers', [customer])]
}
