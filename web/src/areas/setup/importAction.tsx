import { ArrowUpload20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Permission } from '@/api/session'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { ImportDialog } from './ImportDialog'
import type { ImportTarget } from './importTarget'

/** Reads a file into a list. */
export function useImportAction(target: ImportTarget, permission: Permission): Action {
  const { t } = useTranslation()
  const dialog = useDialog()
  return {
    key: 'import',
    caption: t('upkeep.import'),
    icon: <ArrowUpload20Regular />,
    permission,
    run: () => dialog((close) => <ImportDialog target={target} onClose={close} />),
  }
}
