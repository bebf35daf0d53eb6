import { Filter20Regular, Info20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { AuditDetails } from './AuditDetails'

/** What may be done with entries of the audit log. */
export function useAuditActions(entries: readonly Row<'auditLogEntries'>[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const navigate = useNavigate()
  const entry = entries.length === 1 ? entries[0] : undefined
  return [
    {
      key: 'details',
      caption: t('jobs.details'),
      icon: <Info20Regular />,
      primary: true,
      disabled: !entry,
      run: () => entry && dialog((close) => <AuditDetails entry={entry} onClose={close} />),
    },
    {
      key: 'record',
      caption: t('people.ofThisRecord'),
      icon: <Filter20Regular />,
      disabled: !entry?.recordId,
      run: () =>
        entry?.recordId && navigate({ to: '/audit-log', search: { odata: `recordId eq ${entry.recordId}` } as never }),
    },
  ]
}
