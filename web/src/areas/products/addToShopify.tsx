import { BoxMultipleArrowRight20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { AddToShopifyDialog } from './AddToShopifyDialog'

/** Adds items to the store of a shop. */
export function useAddToShopify(items: readonly Row<'items'>[]): Action {
  const { t } = useTranslation()
  const dialog = useDialog()
  const ids = items.flatMap(({ id }) => id ?? [])
  const names = items.map(({ number }) => number).join(', ')
  return {
    key: 'addToShopify',
    caption: t('tasks.t30106'),
    icon: <BoxMultipleArrowRight20Regular />,
    permission: 'Synchronization.Run',
    disabled: ids.length === 0,
    run: () => dialog((close) => <AddToShopifyDialog ids={ids} names={names} onClose={close} />),
  }
}
