import { useTranslation } from 'react-i18next'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { Lines } from '@/components/card/Lines'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { refundsOfOrder, returnLines } from './refundParts'
import { returnTone } from './tones'

const Field = fieldsOf('shopifyReturns')

/** A return of a Shopify order, and what was paid back for it. */
export function ReturnCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="shopifyReturns"
      id={id}
      caption="return"
      list={{ to: '/returns', caption: 'returns' }}
      title={({ shopifyReturnNumber }) => shopifyReturnNumber ?? ''}
      badge={({ status = '' }) => <StatusBadge tone={returnTone(status)}>{optionCaption(t, status)}</StatusBadge>}
      facts={({ shopifyOrderNumber, orderId }) => (
        <FactBox
          title={t('orders.origin')}
          facts={[{ name: t('pages.order'), value: shopifyOrderNumber ?? '', to: `/orders/${orderId}` }]}
        />
      )}
    >
      {(record) => (
        <>
          <FastTab title="general" more={<Field name="shopifyReturnId" />}>
            <Field name="shopCode" />
            <Field name="shopifyOrderNumber" />
            <Field name="createdAt" />
            <Field name="closedAt" />
            <Field name="totalQuantity" />
            <Field name="declineReason" />
            <Field name="declineNote" />
          </FastTab>
          <FastTab title="lines" whole>
            <Lines {...returnLines} label={t('tabs.lines')} filter={`returnId eq ${id}`} />
          </FastTab>
          <FastTab title="refunds" whole>
            <Lines
              {...refundsOfOrder}
              label={t('tabs.refunds')}
              filter={`orderId eq ${record.orderId} and shopifyReturnId eq ${record.shopifyReturnId}`}
            />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}
