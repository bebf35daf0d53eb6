import { Checkmark20Regular, DocumentDismiss20Regular, DocumentSync20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'

/** What is done about orders that Shopify changed, or called off, after their documents were made. */
export function useUpdateActions(orders: readonly Row<'shopifyOrders'>[]): readonly Action[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const changed = orders.filter(({ hasOrderStateError }) => hasOrderStateError)
  const applied = changed.filter(({ cancelledAt }) => !cancelledAt)
  const closed = orders.filter(
    ({ cancelledAt, hasOrderStateError, currentTotalAmount, salesOrderNumber, salesInvoiceNumber }) =>
      (cancelledAt || (hasOrderStateError && !currentTotalAmount)) && (salesOrderNumber || salesInvoiceNumber),
  )
  const each = async (some: readonly Row<'shopifyOrders'>[], what: string) => {
    try {
      for (const { id, '@odata.etag': etag } of some) {
        await post(`/shopifyOrders/${id}/Kobling.${what}`, undefined, etag)
      }
    } finally {
      // Where one is refused, those before it are done.
      await queries.invalidateQueries()
    }
  }
  const close = async () => {
    const question = { title: t('orders.closeDocument'), text: t('orders.closeText'), confirm: t('common.delete') }
    if (await confirm({ ...question, danger: true })) await each(closed, 'closeDocument')
  }
  const common = { group: t('orders.updates'), permission: 'Synchronization.Run' } as const
  return [
    {
      ...common,
      key: 'applyUpdates',
      caption: t('orders.applyUpdates'),
      icon: <DocumentSync20Regular />,
      disabled: applied.length === 0,
      run: () => each(applied, 'applyUpdates'),
    },
    {
      ...common,
      key: 'resolve',
      caption: t('orders.markConflictAsResolved'),
      icon: <Checkmark20Regular />,
      disabled: changed.length === 0,
      run: () => each(changed, 'markConflictAsResolved'),
    },
    {
      ...common,
      key: 'closeDocument',
      caption: t('orders.closeDocument'),
      icon: <DocumentDismiss20Regular />,
      disabled: closed.length === 0,
      run: close,
    },
  ]
}
