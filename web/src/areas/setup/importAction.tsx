import { ArrowUpload20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { EntitySet } from '@/api/fields'
import type { Permission } from '@/api/session'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import type { PageKey } from '@/i18n/keys'
import { ImportDialog } from './ImportDialog'

/** Reads a file into a list. */
export function useImportAction(entity: EntitySet, caption: PageKey, permission: Permission): Action {
  const { t } = useTranslation()
  const dialog = useDialog()
  return {
    key: 'import',
    caption: t('upkeep.import'),
    icon: <ArrowUpload20Regular />,
    permission,
    run: () => dialog((close) => <ImportDialog entity={entity} caption={caption} onClose={close} />),
  }
}
