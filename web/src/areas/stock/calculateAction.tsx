import { Calculator20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Batch } from '@/areas/journals/batch'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { CalculateDialog } from './CalculateDialog'

/** Makes the lines that are to be counted. */
export function useCalculateAction(batch: Batch, workDate: string): Action {
  const { t } = useTranslation()
  const dialog = useDialog()
  return {
    key: 'calculate',
    caption: t('stock.calculateInventory'),
    icon: <Calculator20Regular />,
    permission: 'BackOffice.Change',
    primary: true,
    run: () => dialog((close) => <CalculateDialog batch={batch} workDate={workDate} onClose={close} />),
  }
}
