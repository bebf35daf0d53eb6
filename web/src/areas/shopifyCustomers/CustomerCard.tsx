import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { literal } from '@/api/record'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { Lines } from '@/components/card/Lines'
import { exactly } from '@/components/list/exactly'
import { Notice } from '@/components/notice/Notice'
import { addressColumns } from './addressColumns'
import { useCustomersActions } from './customerActions'
import { nameOf } from './nameOf'
import { useWords } from './words'

const Field = fieldsOf('shopifyCustomers')

/** A customer as Shopify last told it, its addresses, and the customer that it is here. */
export function CustomerCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <CardPage
      entity="shopifyCustomers"
      id={id}
      caption="shopifyCustomer"
      list={{ to: '/shopify-customers', caption: 'shopifyCustomers' }}
      title={nameOf}
      notice={(customer) => <CustomerNotice customer={customer} />}
      useActions={useActions}
      facts={({ customerNumber = '', shopifyCustomerId }) => (
        <FactBox
          title={words('here')}
          facts={[
            ...(customerNumber
              ? [
                  {
                    name: t('fields.customerNumber'),
                    value: customerNumber,
                    to: '/customers',
                    search: { 'filter.number': exactly(customerNumber) },
                  } as const,
                ]
              : []),
            {
              name: words('orders'),
              value: String(shopifyCustomerId ?? ''),
              to: '/orders',
              search: { 'filter.customerId': String(shopifyCustomerId ?? '') },
            },
          ]}
        />
      )}
    >
      {({ shopifyCustomerId, store = '' }) => (
        <>
          <FastTab
            title="general"
            more={
              <>
                <Field name="shopifyCustomerId" />
                <Field name="store" />
                <Field name="acceptsMarketingUpdatedAt" />
                <Field name="createdAt" />
                <Field name="updatedAt" />
                <Field name="lastUpdatedByUs" />
              </>
            }
          >
            <Field name="firstName" />
            <Field name="lastName" />
            <Field name="email" />
            <Field name="phoneNumber" />
            <Field name="customerNumber" />
            <Field name="state" />
            <Field name="verifiedEmail" />
            <Field name="taxExempt" />
            <Field name="acceptsMarketing" />
            <Field name="tags" />
            <Field name="note" />
          </FastTab>
          <FastTab title="addresses" whole>
            <Lines
              entity="shopifyCustomerAddresses"
              label={words('addresses')}
              columns={addressColumns}
              sort="position"
              filter={`shopifyCustomerId eq ${shopifyCustomerId} and store eq ${literal(store)}`}
            />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

/** What stands against the customer being one here. */
function CustomerNotice({ customer }: { readonly customer: Row<'shopifyCustomers'> }) {
  const words = useWords()
  if (customer.hasError) {
    return (
      <Notice intent="error" title={words('problem')}>
        {customer.errorMessage}
      </Notice>
    )
  }
  if (customer.customerNumber) return null
  return (
    <Notice intent="info" title={words('noCustomer')}>
      {words('noCustomerHint')}
    </Notice>
  )
}

function useActions(customer: Row<'shopifyCustomers'>) {
  return useCustomersActions([customer])
}
