import { useTranslation } from 'react-i18next'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { StatusBadge } from '@/components/status/StatusBadge'

const Field = fieldsOf('customers')

/** A customer: who and where they are. */
export function CustomerCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="customers"
      id={id}
      caption="customer"
      list={{ to: '/customers', caption: 'customers' }}
      title={({ number, displayName }) => `${number} · ${displayName}`}
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
          ]}
        />
      )}
      change="BackOffice.Change"
    >
      {({ city }) => (
        <>
          <FastTab title="general">
            <Field name="number" readOnly />
            <Field name="displayName" caption="name" />
            <Field name="displayName2" caption="name2" />
            <Field name="blocked" />
          </FastTab>
          <FastTab title="address" summary={city}>
            <Field name="addressLine1" />
            <Field name="addressLine2" />
            <Field name="postalCode" />
            <Field name="city" />
            <Field name="state" caption="county" />
            <Field name="country" />
            <Field name="email" />
            <Field name="phoneNumber" />
          </FastTab>
          <FastTab title="invoicing" closed>
            <Field name="currencyCode" readOnly />
            <Field name="paymentTermsCode" readOnly />
            <Field name="paymentMethodCode" readOnly />
            <Field name="pricesIncludeTax" readOnly />
            <Field name="customerPostingGroupCode" caption="customerPostingGroup" readOnly />
            <Field name="generalBusinessPostingGroupCode" caption="generalBusinessPostingGroup" readOnly />
            <Field name="taxAreaCode" caption="vatBusinessPostingGroup" readOnly />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}
