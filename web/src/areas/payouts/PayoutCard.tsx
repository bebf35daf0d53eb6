import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { findEntriesAddress } from '@/areas/ledgers/found'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { Lines } from '@/components/card/Lines'
import { Notice } from '@/components/notice/Notice'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { transactionsOfPayout } from './paymentTransactionsList'
import { usePayoutActions } from './payoutActions'
import { SplitChart } from './SplitChart'
import { splitOf } from './splitOf'
import { payoutTone } from './tones'

const Field = fieldsOf('shopifyPayouts')

/** A payout: of what it is made, how far it is in the ledger, and its transactions. */
export function PayoutCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <CardPage
      entity="shopifyPayouts"
      id={id}
      caption="shopifyPayout"
      list={{ to: '/payouts', caption: 'shopifyPayouts' }}
      title={({ shopifyPayoutId }) => String(shopifyPayoutId ?? '')}
      badge={({ status = '' }) => (
        <StatusBadge tone={payoutTone(status)}>{optionCaption(t, status) || t('payouts.unknownStatus')}</StatusBadge>
      )}
      useActions={useActions}
      facts={(payout) => (
        <FactBox
          title={t('payouts.ledger')}
          facts={[
            {
              name: t('fields.journalStatus'),
              value: optionCaption(t, payout.journalStatus ?? '') || t('payouts.notInJournal'),
            },
            ...(payout.journalDocumentNumber
              ? [
                  {
                    name: t('fields.journalDocumentNumber'),
                    value: payout.journalDocumentNumber,
                    to: findEntriesAddress({ documentNumber: payout.journalDocumentNumber, postingDate: '' }),
                  },
                ]
              : []),
          ]}
        />
      )}
    >
      {(payout) => (
        <>
          {payout.splitSource === 'Incomplete' && (
            <Notice intent="warning" title={t('payouts.incomplete')}>
              {t('payouts.incompleteText', {
                amount: format.amount(payout.unexplainedAmount ?? 0, payout.currency),
              })}
            </Notice>
          )}
          {payout.splitSource === 'Summary' && <Notice intent="info">{t('payouts.bySummary')}</Notice>}
          <FastTab title="split" whole>
            <SplitChart parts={splitOf(payout)} total={payout.amount ?? 0} currency={payout.currency ?? ''} />
          </FastTab>
          <FastTab
            title="general"
            more={
              <>
                <Field name="issuedAt" />
                <Field name="transactionType" />
                <Field name="splitSource" />
                <Field name="chargesGross" amount />
                <Field name="chargesFee" amount />
                <Field name="refundsGross" amount />
                <Field name="refundsFee" amount />
                <Field name="adjustmentsGross" amount />
                <Field name="adjustmentsFee" amount />
                <Field name="reservedFundsGross" amount />
                <Field name="reservedFundsFee" amount />
                <Field name="retriedPayoutsGross" amount />
                <Field name="retriedPayoutsFee" amount />
                <Field name="advanceGross" amount />
                <Field name="advanceFees" amount />
                <Field name="usdcRebateCreditAmount" amount />
              </>
            }
          >
            <Field name="shopCode" />
            <Field name="date" />
            <Field name="amount" amount />
            <Field name="currency" />
            <Field name="externalTraceId" />
            <Field name="numberOfTransactions" />
          </FastTab>
          <FastTab title="transactions" whole>
            <Lines
              {...transactionsOfPayout}
              label={t('tabs.transactions')}
              filter={`shopifyPayoutId eq ${payout.shopifyPayoutId}`}
            />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

function useActions(payout: Row<'shopifyPayouts'>) {
  return usePayoutActions([payout])
}
