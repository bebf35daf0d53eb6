import { ArrowReset20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { recordsOf, RESETTABLE } from './lastSyncs'
import { ResetSyncDialog } from './ResetSyncDialog'

/** Reading a store's records again from a time on, kind by kind. */
export function useResetActions(shop: Row<'shopifyShops'>): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  return RESETTABLE.map((kind) => ({
    key: `reset${kind}`,
    caption: t('shops.resetOf', { records: t(`shops.records_${recordsOf(kind)}`) }),
    icon: <ArrowReset20Regular />,
    permission: 'Shops.Change',
    group: t('shops.reset'),
    run: () => dialog((close) => <ResetSyncDialog shop={shop} kind={kind} onClose={close} />),
  }))
}
