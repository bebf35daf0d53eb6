import { ArrowSync20Regular, CalendarCancel20Regular, LinkDismiss20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { CancelOrdersDialog } from './CancelOrdersDialog'
import { useRunByShop } from './useRunByShop'

/** What is done with what is staged of orders, and with the orders in Shopify. */
export function useStagedActions(orders: readonly Row<'shopifyOrders'>[]): readonly Action[] {
  const { t } = useTranslation()
  const start = useRunByShop()
  const confirm = useConfirm()
  const dialog = useDialog()
  const linked = orders.filter(({ processed }) => processed)
  const settled = orders.filter(({ hasOrderStateError }) => !hasOrderStateError)
  const alive = orders.filter(({ cancelledAt }) => !cancelledAt)
  const unlink = async () => {
    const question = { title: t('orders.unlink'), text: t('orders.unlinkText'), confirm: t('orders.unlink') }
    if (!(await confirm(question))) return
    await post('/shopifyOrders/Kobling.unlink', { ids: linked.map(({ id }) => id) })
    await queries.invalidateQueries()
  }
  const again = async () => {
    const question = {
      title: t('orders.importAgain'),
      text: t('orders.importAgainText'),
      confirm: t('orders.importAgain'),
    }
    if (!(await confirm(question))) return
    await start('/shopifyOrders/Kobling.importAgain', settled, t('orders.importAgain'))
  }
  const common = { group: t('common.more'), permission: 'Synchronization.Run' } as const
  return [
    {
      ...common,
      key: 'cancelOrder',
      caption: t('orders.cancelOrder'),
      icon: <CalendarCancel20Regular />,
      disabled: alive.length === 0,
      run: () => dialog((close) => <CancelOrdersDialog orders={alive} onClose={close} />),
    },
    {
      ...common,
      key: 'unlink',
      caption: t('orders.unlink'),
      icon: <LinkDismiss20Regular />,
      disabled: linked.length === 0,
      run: unlink,
    },
    {
      ...common,
      key: 'importAgain',
      caption: t('orders.importAgain'),
      icon: <ArrowSync20Regular />,
      disabled: settled.length === 0,
      run: again,
    },
  ]
}
