import { useTranslation } from 'react-i18next'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'
import { Lines } from '@/components/card/Lines'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useSalesOrderActions } from './documentActions'
import { DocumentFacts } from './DocumentFacts'
import { salesLineColumns } from './salesLineColumns'

const Field = fieldsOf('salesOrders')

/** A sales order with its lines. */
export function SalesOrderCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="salesOrders"
      id={id}
      caption="salesOrder"
      list={{ to: '/sales-orders', caption: 'salesOrders' }}
      title={({ number, customerName }) => `${number} · ${customerName}`}
      badge={({ status = '' }) => (
        <StatusBadge tone={status === 'Released' ? 'good' : 'neutral'}>{optionCaption(t, status)}</StatusBadge>
      )}
      useActions={useSalesOrderActions}
      facts={(order) => (
        <DocumentFacts
          currency={order.currencyCode}
          amounts={[
            { name: t('fields.amount'), amount: order.totalAmountExcludingTax },
            { name: t('fields.vatAmount'), amount: order.totalTaxAmount },
            { name: t('fields.amountIncludingVat'), amount: order.totalAmountIncludingTax },
          ]}
          other={
            order.shopifyOrderNumber !== '' && {
              title: t('orders.origin'),
              fact: {
                name: t('pages.order'),
                value: order.shopifyOrderNumber,
                to: '/orders',
                search: { 'filter.shopifyOrderNumber': `'${order.shopifyOrderNumber}'` },
              },
            }
          }
        />
      )}
    >
      {(order) => (
        <>
          <FastTab
            title="general"
            more={
              <>
                <Field name="documentDate" />
                <Field name="postingDate" />
                <Field name="pricesIncludeTax" />
                <Field name="userId" caption="assignedUserId" />
                <Field name="createdAt" />
                <Field name="workDescription" />
              </>
            }
          >
            <Field name="number" />
            <Field name="customerNumber" caption="sellToCustomerNumber" />
            <Field name="customerName" />
            <Field name="orderDate" />
            <Field name="dueDate" />
            <Field name="externalDocumentNumber" />
            <Field name="shopifyOrderNumber" />
            <Field name="email" />
            <Field name="phoneNumber" />
          </FastTab>
          <FastTab title="lines" whole>
            <Lines
              entity="salesOrderLines"
              label={t('tabs.lines')}
              columns={salesLineColumns}
              filter={`documentId eq ${id}`}
              sort="sequence"
            />
          </FastTab>
          <FastTab title="invoicing" closed summary={order.billToName}>
            <Field name="currencyCode" />
            <Field name="paymentTermsCode" />
            <Field name="paymentMethodCode" />
            <Field name="billToCustomerNumber" />
            <Field name="billToName" />
            <Field name="billToAddressLine1" caption="billToAddress" />
            <Field name="billToPostCode" />
            <Field name="billToCity" />
            <Field name="billToCountry" />
          </FastTab>
          <FastTab title="shipping" closed summary={order.shipToName}>
            <Field name="shipToName" />
            <Field name="shipToAddressLine1" caption="shipToAddress" />
            <Field name="shipToAddressLine2" caption="shipToAddress2" />
            <Field name="shipToPostCode" />
            <Field name="shipToCity" />
            <Field name="shipToCountry" />
            <Field name="shipmentMethodCode" />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}
