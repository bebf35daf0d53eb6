import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { DocumentFacts } from '@/areas/sales/DocumentFacts'
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
import { linksOfRefund } from './linksOf'
import { useRefundActions } from './refundActions'
import { refundParts } from './refundParts'

const Field = fieldsOf('shopifyRefunds')

/** A refund of a Shopify order, and the document that it has become. */
export function RefundCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <CardPage
      entity="shopifyRefunds"
      id={id}
      caption="refund"
      list={{ to: '/refunds', caption: 'refunds' }}
      title={({ shopifyOrderNumber }) => shopifyOrderNumber ?? ''}
      badge={({ isProcessed, canCreateCreditMemo }) =>
        canCreateCreditMemo && (
          <StatusBadge tone={isProcessed ? 'good' : 'warning'}>
            {isProcessed ? t('fields.isProcessed') : t('orders.unprocessed')}
          </StatusBadge>
        )
      }
      useActions={useActions}
      facts={(refund) => (
        <>
          <DocumentFacts
            currency={refund.currencyCode}
            amounts={[{ name: t('fields.totalRefundedAmount'), amount: refund.totalRefundedAmount }]}
            other={{
              title: t('orders.origin'),
              fact: { name: t('pages.order'), value: refund.shopifyOrderNumber ?? '', to: `/orders/${refund.orderId}` },
            }}
          />
          <LinkedDocuments filter={linksOfRefund(refund)} />
        </>
      )}
    >
      {(refund) => (
        <>
          {refund.hasProcessingError && (
            <Notice intent="error" title={t('orders.refundNotProcessed')}>
              {refund.lastErrorDescription}
            </Notice>
          )}
          {refund.lastErrorDescription && !refund.hasProcessingError && (
            <KeptOpen filter={linksOfRefund(refund)} why={refund.lastErrorDescription} />
          )}
          {!refund.canCreateCreditMemo && <Notice intent="info">{t('orders.nothingToCredit')}</Notice>}
          {!!refund.differenceAmount && (
            <Notice intent="warning" title={t('orders.refundDifference')}>
              {format.amount(refund.differenceAmount)} ({optionCaption(t, refund.differenceReason ?? '')})
            </Notice>
          )}
          <FastTab
            title="general"
            more={
              <>
                <Field name="shopifyRefundId" />
                <Field name="shopifyReturnId" />
                <Field name="processedAt" />
                <Field name="updatedAt" />
                <Field name="presentmentTotalRefundedAmount" amount />
                <Field name="presentmentCurrencyCode" />
              </>
            }
          >
            <Field name="shopCode" />
            <Field name="shopifyOrderNumber" />
            <Field name="createdAt" />
            <Field name="totalRefundedAmount" amount />
            <Field name="pending" />
            <Field name="note" />
          </FastTab>
          {refundParts.map(({ title, ...lines }) => (
            <FastTab key={title} title={title} closed={title !== 'lines'} whole>
              <Lines {...lines} label={t(`tabs.${title}`)} filter={`refundId eq ${id}`} />
            </FastTab>
          ))}
        </>
      )}
    </CardPage>
  )
}

function useActions(refund: Row<'shopifyRefunds'>) {
  return useRefundActions([refund])
}
