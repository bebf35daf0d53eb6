import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { DocumentFacts } from '@/areas/sales/DocumentFacts'
import { lookups } from '@/areas/setup/lookups'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'
import { Lines } from '@/components/card/Lines'
import { Notice } from '@/components/notice/Notice'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { KeptOpen } from './KeptOpen'
import { LinkedDocuments } from './LinkedDocuments'
import { linksOfOrder, linksOfSale } from './linksOf'
import { useOrderActions } from './orderActions'
import {
  additionalFees,
  documentLinks,
  fulfillmentOrders,
  orderUpdates,
  otherParts,
  shippingCharges,
  transactions,
  type OrderPart,
} from './orderParts'
import { OrderLines } from './OrderLines'
import { OrderTotalsPart } from './OrderTotalsPart'
import { refundsOfOrder, returnsOfOrder } from './refundParts'
import { financialTone } from './tones'

const Chosen = fieldsOf('shopifyOrders')

/** What Shopify says, and what became of it, stays as it is. */
const Field: typeof Chosen = (props) => <Chosen {...props} readOnly />

/** A Shopify order with its lines, as the shop has told it. */
export function OrderCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const part = ({ title, ...lines }: OrderPart) => (
    <Lines {...lines} label={t(`tabs.${title}`)} filter={`orderId eq ${id}`} />
  )
  return (
    <CardPage
      entity="shopifyOrders"
      id={id}
      caption="order"
      list={{ to: '/orders', caption: 'orders' }}
      title={({ shopifyOrderNumber }) => shopifyOrderNumber ?? ''}
      badge={({ financialStatus = '', processed }) => (
        <>
          <StatusBadge tone={financialTone(financialStatus)}>{optionCaption(t, financialStatus)}</StatusBadge>
          <StatusBadge tone={processed ? 'good' : 'warning'}>
            {processed ? t('fields.processed') : t('orders.unprocessed')}
          </StatusBadge>
        </>
      )}
      useActions={useActions}
      change="Synchronization.Run"
      locked={({ processed }) => processed === true}
      facts={(order) => (
        <>
          <DocumentFacts
            currency={order.currencyCode}
            amounts={[
              { name: t('fields.subtotalAmount'), amount: order.subtotalAmount },
              { name: t('fields.shippingChargesAmount'), amount: order.shippingChargesAmount },
              { name: t('fields.discountAmount'), amount: order.discountAmount },
              { name: t('fields.vatAmount'), amount: order.vatAmount },
              { name: t('fields.totalAmount'), amount: order.totalAmount },
            ]}
          />
          <LinkedDocuments filter={linksOfSale(order)} />
        </>
      )}
    >
      {(order) => (
        <>
          {order.hasOrderStateError && (
            <Notice intent="warning" title={order.cancelledAt ? t('orders.wasCancelled') : t('orders.wasChanged')}>
              {order.cancelledAt ? t('orders.wasCancelledHint') : t('orders.wasChangedHint')}
            </Notice>
          )}
          {order.hasError && !order.hasOrderStateError && (
            <Notice intent="error" title={t('orders.notProcessed')}>
              {order.errorMessage}
            </Notice>
          )}
          {order.errorMessage && !order.hasError && <KeptOpen filter={linksOfSale(order)} why={order.errorMessage} />}
          {order.setAside && (
            <Notice intent="info" title={t('orders.isSetAside')}>
              {order.setAsideReason} ({optionCaption(t, order.setAside)})
            </Notice>
          )}
          {!!order.differenceAmount && (
            <Notice intent="warning" title={t('orders.difference')}>
              {format.amount(order.differenceAmount)} ({optionCaption(t, order.differenceReason ?? '')})
            </Notice>
          )}
          {order.importWarning && <Notice intent="warning">{order.importWarning}</Notice>}
          <FastTab
            title="general"
            more={
              <>
                <Field name="shopifyOrderId" />
                <Field name="channelName" />
                <Field name="sourceName" />
                <Field name="retailLocationName" />
                <Field name="test" />
                <Field name="tags" />
                <Field name="poNumber" />
                <Field name="discountCode" />
                <Field name="paymentTermsName" />
                <Field name="dueDate" />
                <Chosen name="paymentMethodCode" lookup={lookups.paymentMethods} />
                <Chosen name="salespersonCode" lookup={lookups.salespeople} />
                <Chosen name="shipmentMethodCode" lookup={lookups.shipmentMethods} />
                <Chosen name="shippingAgentCode" lookup={lookups.shippingAgents} />
                <Chosen name="shippingAgentServiceCode" lookupIn={lookups.servicesOf} />
                <Field name="taxAreaCode" />
                <Field name="taxLiable" />
                <Field name="updatedAt" />
                <Field name="cancelledAt" />
                <Field name="closedAt" />
                <Field name="workDescription" />
              </>
            }
          >
            <Field name="shopCode" />
            <Field name="createdAt" />
            <Chosen name="sellToCustomerNumber" lookup={lookups.customers} />
            <Field name="sellToCustomerName" />
            <Field name="email" />
            <Field name="phoneNumber" />
            <Field name="financialStatus" />
            <Field name="fulfillmentStatus" />
            <Field name="highRisk" />
          </FastTab>
          {order.hasOrderStateError && (
            <FastTab title="updates" whole>
              {part(orderUpdates)}
            </FastTab>
          )}
          {order.b2b && (
            <FastTab title="company" summary={order.companyName}>
              <Field name="companyName" />
              <Field name="companyLocationName" />
              <Field name="companyMainContactEmail" />
              <Field name="companyMainContactPhoneNumber" />
            </FastTab>
          )}
          <FastTab title="lines" whole>
            <OrderLines order={order} />
          </FastTab>
          <FastTab title="documents" closed={!order.processed} whole>
            <Lines {...documentLinks} label={t('tabs.documents')} filter={linksOfOrder(order)} />
          </FastTab>
          <FastTab title="totals" closed whole>
            <OrderTotalsPart order={order} />
          </FastTab>
          <FastTab title="payments" closed summary={order.gateway}>
            <Field name="totalReceivedAmount" amount />
            <Field name="totalRefundedAmount" amount />
            <Field name="totalOutstandingAmount" amount />
            <Field name="paymentRoundingAmount" amount />
          </FastTab>
          <FastTab title="transactions" closed whole>
            {part(transactions)}
          </FastTab>
          {[refundsOfOrder, returnsOfOrder].map((back) => (
            <FastTab key={back.title} title={back.title} closed whole>
              {part(back)}
            </FastTab>
          ))}
          <FastTab title="charges" closed whole>
            {part(shippingCharges)}
            {!!order.additionalFeesAmount && part(additionalFees)}
          </FastTab>
          <FastTab title="fulfillmentOrders" closed whole>
            <Lines
              {...fulfillmentOrders}
              label={t('tabs.fulfillmentOrders')}
              filter={`shopifyOrderId eq ${order.shopifyOrderId}`}
            />
          </FastTab>
          {otherParts.map((other) => (
            <FastTab key={other.title} title={other.title} closed whole>
              {part(other)}
            </FastTab>
          ))}
          <FastTab title="shipping" closed summary={order.shipToName}>
            <Field name="shipToName" />
            <Field name="shipToAddress" />
            <Field name="shipToAddress2" />
            <Field name="shipToPostCode" />
            <Field name="shipToCity" />
            <Field name="shipToCountryRegionCode" caption="shipToCountry" />
          </FastTab>
          <FastTab title="billing" closed summary={order.billToName}>
            <Chosen name="billToCustomerNumber" lookup={lookups.customers} />
            <Field name="billToName" />
            <Field name="billToAddress" />
            <Field name="billToAddress2" />
            <Field name="billToPostCode" />
            <Field name="billToCity" />
            <Field name="billToCountryRegionCode" caption="billToCountry" />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

function useActions(order: Row<'shopifyOrders'>) {
  return useOrderActions([order])
}
