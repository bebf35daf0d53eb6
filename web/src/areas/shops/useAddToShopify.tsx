import { BoxMultipleArrowRight20Regular, PersonArrowRight20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { AddToShopifyDialog } from './AddToShopifyDialog'

/** Add Customer to Shopify, Add Item to Shopify. */
const ADDED = {
  customers: { caption: 'tasks.t30112', icon: <PersonArrowRight20Regular /> },
  items: { caption: 'tasks.t30106', icon: <BoxMultipleArrowRight20Regular /> },
} as const

/** Adds customers or items to the store of a shop. */
export function useAddToShopify(
  entity: keyof typeof ADDED,
  records: readonly { readonly id?: string; readonly number?: string }[],
): Action {
  const { t } = useTranslation()
  const dialog = useDialog()
  const ids = records.flatMap(({ id }) => id ?? [])
  const names = records.map(({ number }) => number).join(', ')
  const { icon, ...of } = ADDED[entity]
  const caption = t(of.caption)
  const to = { entity, caption, ids, names }
  return {
    key: 'addToShopify',
    caption,
    icon,
    permission: 'Synchronization.Run',
    disabled: ids.length === 0,
    run: () => dialog((close) => <AddToShopifyDialog {...to} onClose={close} />),
  }
}
