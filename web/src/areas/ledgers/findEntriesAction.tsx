import { DocumentSearch20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/components/action/action'
import { findEntriesAddress } from './found'

/** A record that says which document it comes from. */
type OfDocument = { readonly documentNumber?: unknown; readonly postingDate?: unknown }

/** Goes from one record to everything that came of its document. */
export function useFindEntries(records: readonly OfDocument[]): readonly Action[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [record] = records
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const asked = { documentNumber: text(record?.documentNumber), postingDate: text(record?.postingDate) }
  return [
    {
      key: 'findEntries',
      caption: t('ledgers.findEntries'),
      icon: <DocumentSearch20Regular />,
      permission: 'BackOffice.Read',
      disabled: records.length !== 1 || !asked.documentNumber,
      run: () => navigate({ to: findEntriesAddress(asked) }),
    },
  ]
}
