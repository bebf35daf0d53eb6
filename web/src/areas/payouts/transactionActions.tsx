import { Gavel20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'

/** Goes from a transaction to the disputes of its order. */
export function useTransactionActions(transactions: readonly Row<'shopifyPaymentTransactions'>[]): readonly Action[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const order = transactions.length === 1 ? (transactions[0]?.sourceOrderId ?? 0) : 0
  return [
    {
      key: 'disputes',
      caption: t('pages.shopifyDisputes'),
      icon: <Gavel20Regular />,
      permission: 'Synchronization.Read',
      disabled: order === 0,
      run: () => navigate({ to: '/disputes', search: { 'filter.sourceOrderId': `${order}` } as never }),
    },
  ]
}
