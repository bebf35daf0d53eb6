import { Add20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { NewShop } from './NewShop'

/** What may be done in the list of shops. */
export function useShopsActions(): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  return [
    {
      key: 'new',
      caption: t('common.new'),
      icon: <Add20Regular />,
      primary: true,
      permission: 'Shops.Change',
      run: () => dialog((close) => <NewShop onClose={close} />),
    },
  ]
}
