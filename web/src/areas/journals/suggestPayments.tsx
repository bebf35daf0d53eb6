import { MoneyHand20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/components/action/action'
import type { JournalKind } from './generalLines'

/** In a cash receipt journal: what buyers have paid in Shopify, by the request page that puts it there. */
export function useSuggestPayments({ type }: JournalKind): readonly Action[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  if (type !== 'Cash Receipts') return []
  return [
    {
      key: 'suggestPayments',
      caption: t('payouts.suggestPayments'),
      icon: <MoneyHand20Regular />,
      permission: 'Synchronization.Run',
      run: () => navigate({ to: '/tasks/$objectId', params: { objectId: '30118' } }),
    },
  ]
}
