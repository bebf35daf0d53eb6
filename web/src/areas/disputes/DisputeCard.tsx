import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { literal, useRecords } from '@/api/record'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { Notice } from '@/components/notice/Notice'
import { useNow } from '@/components/page/useNow'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { useDisputeActions } from './disputeActions'
import { disputeTone, dueTone } from './due'
import { useWords } from './words'

const Field = fieldsOf('shopifyDisputes')

/** A dispute as Shopify last told it, and the order whose payment it is about. */
export function DisputeCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="shopifyDisputes"
      id={id}
      caption="shopifyDispute"
      list={{ to: '/disputes', caption: 'shopifyDisputes' }}
      title={({ shopifyOrderNumber, shopifyDisputeId }) => shopifyOrderNumber || `${shopifyDisputeId ?? ''}`}
      badge={({ status = '' }) => <StatusBadge tone={disputeTone(status)}>{optionCaption(t, status)}</StatusBadge>}
      notice={(dispute) => <EvidenceNotice dispute={dispute} />}
      useActions={useActions}
      facts={(dispute) => <OrderFacts dispute={dispute} />}
    >
      {() => (
        <>
          <FastTab
            title="general"
            more={
              <>
                <Field name="shopifyDisputeId" />
                <Field name="shopifyStatus" />
                <Field name="sourceOrderId" />
                <Field name="store" />
              </>
            }
          >
            <Field name="shopifyOrderNumber" />
            <Field name="shopCode" />
            <Field name="type" />
            <Field name="status" />
            <Field name="amount" amount />
            <Field name="currency" />
            <Field name="reason" />
            <Field name="networkReasonCode" />
          </FastTab>
          <FastTab title="evidence">
            <Field name="initiatedAt" />
            <Field name="evidenceDueBy" />
            <Field name="evidenceSentOn" />
            <Field name="finalizedOn" />
            <Field name="decided" />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

/** Until when evidence is wanted, where that is soon or has passed. */
function EvidenceNotice({ dispute }: { readonly dispute: Row<'shopifyDisputes'> }) {
  const words = useWords()
  const format = useFormat()
  const now = useNow(60_000)
  const tone = dueTone(dispute, now)
  if (!dispute.evidenceDueBy || (tone !== 'warning' && tone !== 'bad')) return null
  const values = { when: format.relative(dispute.evidenceDueBy, now) }
  const isOver = tone === 'bad'
  return (
    <Notice intent={isOver ? 'error' : 'warning'} title={isOver ? words('overdue', values) : words('due', values)}>
      {words('dueHint')}
    </Notice>
  )
}

/** The order, if it is here. */
function OrderFacts({ dispute }: { readonly dispute: Row<'shopifyDisputes'> }) {
  const words = useWords()
  const { sourceOrderId = 0, store = '', shopifyOrderNumber = '' } = dispute
  const filter = `shopifyOrderId eq ${sourceOrderId} and store eq ${literal(store)}`
  const { data } = useRecords('shopifyOrders', { $filter: filter, $top: '1' }, sourceOrderId !== 0)
  if (!data) return null
  const order = data.value[0]
  const fact = order
    ? { name: words('order'), value: order.shopifyOrderNumber, to: `/orders/${order.id}` }
    : { name: words('order'), value: words('orderNotHere', { number: shopifyOrderNumber }) }
  return <FactBox title={words('order')} facts={[fact]} />
}

function useActions(dispute: Row<'shopifyDisputes'>) {
  return useDisputeActions([dispute])
}
