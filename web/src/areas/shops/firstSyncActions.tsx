import { CheckboxChecked20Regular, NumberSymbol20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { ElsewhereDialog } from './ElsewhereDialog'
import { FirstSyncDialog } from './FirstSyncDialog'

/** How a shop's orders come in: what a first sync would bring, and what another system has done. */
export function useFirstSyncActions(shop: Row<'shopifyShops'>): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const group = t('shops.intake')
  return [
    {
      key: 'firstSync',
      caption: t('shops.firstSync'),
      icon: <NumberSymbol20Regular />,
      permission: 'Synchronization.Run',
      group,
      run: () => dialog((close) => <FirstSyncDialog shop={shop} onClose={close} />),
    },
    {
      key: 'elsewhere',
      caption: t('shops.elsewhere'),
      icon: <CheckboxChecked20Regular />,
      permission: 'Synchronization.Run',
      group,
      run: () => dialog((close) => <ElsewhereDialog shop={shop} onClose={close} />),
    },
  ]
}
