import { PersonArrowRight20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { AddToShopifyDialog } from './AddToShopifyDialog'

/** Adds customers to the store of a shop. */
export function useAddToShopify(customers: readonly Row<'customers'>[]): Action {
  const { t } = useTranslation()
  const dialog = useDialog()
  const ids = customers.flatMap(({ id }) => id ?? [])
  const names = customers.map(({ number }) => number).join(', ')
  return {
    key: 'addToShopify',
    caption: t('tasks.t30112'),
    icon: <PersonArrowRight20Regular />,
    permission: 'Synchronization.Run',
    disabled: ids.length === 0,
    run: () => dialog((close) => <AddToShopifyDialog ids={ids} names={names} onClose={close} />),
  }
}
