import { DocumentAdd20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { useStarted, type Started } from '@/areas/jobs/started'
import type { Action } from '@/components/action/action'

/** What may be done with refunds: with those selected, or with that of the card. */
export function useRefundActions(refunds: readonly Row<'shopifyRefunds'>[]): readonly Action[] {
  const { t } = useTranslation()
  const tell = useStarted()
  const ids = refunds.filter(({ canCreateCreditMemo }) => canCreateCreditMemo).map(({ id }) => id)
  const create = async () => {
    tell(await post<Started>('/shopifyRefunds/Kobling.createSalesDocuments', { ids }), t('orders.createDocuments'))
  }
  return [
    {
      key: 'create',
      caption: t('orders.createDocuments'),
      icon: <DocumentAdd20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: ids.length === 0,
      run: create,
    },
  ]
}
