import { DocumentAdd20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useRunByShop } from './useRunByShop'

/** What may be done with refunds: with those selected, or with that of the card. */
export function useRefundActions(refunds: readonly Row<'shopifyRefunds'>[]): readonly Action[] {
  const { t } = useTranslation()
  const start = useRunByShop()
  const credited = refunds.filter(({ canCreateCreditMemo }) => canCreateCreditMemo)
  return [
    {
      key: 'create',
      caption: t('orders.createDocuments'),
      icon: <DocumentAdd20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: credited.length === 0,
      run: () => start('/shopifyRefunds/Kobling.createSalesDocuments', credited, t('orders.createDocuments')),
    },
  ]
}
