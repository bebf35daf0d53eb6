import {
  ArrowDownload20Regular,
  DocumentAdd20Regular,
  DocumentSearch20Regular,
  MoneyHand20Regular,
} from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { useAsideActions } from './asideActions'
import { PreviewDialog, type Preview } from './PreviewDialog'
import { useStagedActions } from './stagedActions'
import { useUpdateActions } from './updateActions'
import { useRunByShop } from './useRunByShop'

/** What may be done with Shopify orders: with those selected, or with that of the card. */
export function useOrderActions(orders: readonly Row<'shopifyOrders'>[]): readonly Action[] {
  const { t } = useTranslation()
  const start = useRunByShop()
  const navigate = useNavigate()
  const aside = useAsideActions('shopifyOrders', orders)
  const open = orders.filter(({ processed, setAside }) => !processed && !setAside)
  const dialog = useDialog()
  const updates = useUpdateActions(orders)
  const staged = useStagedActions(orders)
  const preview = async () => {
    const ids = open.map(({ id }) => id)
    const { value } = await post<{ value: readonly Preview[] }>('/shopifyOrders/Kobling.previewSalesDocuments', { ids })
    const [first] = value
    if (first) dialog((close) => <PreviewDialog preview={first} onClose={close} />)
  }
  const unpaid = orders.filter(({ fullyPaid, cancelledAt }) => !fullyPaid && !cancelledAt)
  return [
    {
      key: 'create',
      caption: t('orders.createDocuments'),
      icon: <DocumentAdd20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: open.length === 0,
      run: () => start('/shopifyOrders/Kobling.createSalesDocuments', open, t('orders.createDocuments')),
    },
    {
      key: 'preview',
      caption: t('orders.preview'),
      icon: <DocumentSearch20Regular />,
      permission: 'Synchronization.Run',
      disabled: open.length !== 1,
      run: preview,
    },
    {
      key: 'markAsPaid',
      caption: t('orders.markAsPaid'),
      icon: <MoneyHand20Regular />,
      permission: 'Synchronization.Run',
      disabled: unpaid.length === 0,
      run: () => start('/shopifyOrders/Kobling.markAsPaid', unpaid, t('orders.markAsPaid')),
    },
    ...aside,
    {
      key: 'import',
      caption: t('tasks.t30104'),
      icon: <ArrowDownload20Regular />,
      permission: 'Synchronization.Run',
      run: () => navigate({ to: '/tasks/$objectId', params: { objectId: '30104' } }),
    },
    ...updates,
    ...staged,
  ]
}
