import { ArrowUndo20Regular, DocumentDismiss20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { SetAsideDialog } from './SetAsideDialog'

type Order = { readonly id?: string; readonly setAside?: string; readonly processed?: boolean }

/** Sets orders aside with a reason, or takes back those that are set aside. */
export function useAsideActions(
  entity: 'shopifyOrders' | 'shopifyOrdersToImport',
  orders: readonly Order[],
): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const idsOf = (some: readonly Order[]) => some.flatMap(({ id }) => id ?? [])
  const open = idsOf(orders.filter(({ setAside, processed }) => !setAside && !processed))
  const aside = idsOf(orders.filter(({ setAside }) => setAside))
  const takeBack = async () => {
    await post(`/${entity}/Kobling.takeBack`, { ids: aside })
    await queries.invalidateQueries({ queryKey: [entity] })
  }
  const actions: readonly Action[] = [
    {
      key: 'setAside',
      caption: t('orders.setAside'),
      icon: <DocumentDismiss20Regular />,
      permission: 'Synchronization.Run',
      disabled: open.length === 0,
      run: () => dialog((close) => <SetAsideDialog entity={entity} ids={open} onClose={close} />),
    },
    {
      key: 'takeBack',
      caption: t('orders.takeBack'),
      icon: <ArrowUndo20Regular />,
      permission: 'Synchronization.Run',
      disabled: aside.length === 0,
      run: takeBack,
    },
  ]
  // The one that applies; both, where some are set aside and others are not.
  const applying = actions.filter(({ disabled }) => !disabled)
  return applying.length ? applying : actions.slice(0, 1)
}
