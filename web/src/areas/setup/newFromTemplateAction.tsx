import { Add20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { NewFromTemplate, type Made } from './NewFromTemplate'

/** Makes an item or a customer from a template. */
export function useNewFromTemplateAction(made: Made): Action {
  const { t } = useTranslation()
  const dialog = useDialog()
  return {
    key: 'new',
    caption: t('common.new'),
    icon: <Add20Regular />,
    primary: true,
    permission: 'BackOffice.Change',
    run: () => dialog((close) => <NewFromTemplate made={made} onClose={close} />),
  }
}
