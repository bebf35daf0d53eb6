import { useCallback, useMemo } from 'react'
import { literal, useRecords } from '@/api/record'
import { keptList } from '@/areas/setup/keptList'
import type { PageKey } from '@/i18n/keys'
import type { Batch } from './batch'
import { JournalPage } from './JournalPage'
import { usePostAction } from './postAction'

/** A journal of the general ledger, by the type of its templates. */
export type JournalKind = { readonly type: 'General' | 'Cash Receipts'; readonly caption: PageKey }

/** The journals, by their addresses below `/journals`. */
export const journalKinds: Readonly<Record<string, JournalKind>> = {
  general: { type: 'General', caption: 'generalJournal' },
  'cash-receipts': { type: 'Cash Receipts', caption: 'cashReceiptJournal' },
}

const linesOf = (kind: JournalKind) => (batch: Batch, workDate: string) =>
  keptList({
    entity: 'journalLines',
    caption: kind.caption,
    key: [],
    many: true,
    filter: `journalId eq ${batch.id}`,
    given: {
      journalId: batch.id,
      postingDate: workDate,
      ...(kind.type === 'Cash Receipts' ? { documentType: 'Payment', accountType: 'Customer' } : {}),
    },
    readOnly: ['lineNumber'],
    permission: 'BackOffice.Read',
    change: 'BackOffice.Change',
    notImported: true,
    empty: 'emptyJournal',
    useMore: () => [usePostAction('journals', 'journalLines', batch)],
    columns: [
      { field: 'lineNumber', hidden: true },
      { field: 'postingDate', width: 120, narrow: 'detail' },
      { field: 'documentType', width: 130 },
      { field: 'documentNumber', width: 140 },
      { field: 'externalDocumentNumber', width: 180, hidden: true },
      { field: 'accountType', width: 130 },
      { field: 'accountNumber', width: 130, narrow: 'detail' },
      { field: 'description', width: 240, narrow: 'title' },
      { field: 'currencyCode', width: 110 },
      { field: 'amount', amount: true, narrow: 'end' },
      { field: 'balancingAccountType', width: 160 },
      { field: 'balancingAccountNumber', width: 150 },
      { field: 'appliesToDocumentType', width: 170 },
      { field: 'appliesToDocumentNumber', width: 160 },
      { field: 'paymentMethodCode', width: 170, hidden: true },
    ],
  })

/** The lines of a general journal or of a cash receipt journal. */
export function GeneralJournalPage({ kind }: { readonly kind: JournalKind }) {
  const templates = useRecords('generalJournalTemplates', { $filter: `type eq ${literal(kind.type)}` })
  const journals = useRecords('journals', {})
  const batches = useMemo(() => {
    const names = templates.data?.value.map(({ name }) => name)
    const ours = names && journals.data?.value.filter(({ templateDisplayName }) => names.includes(templateDisplayName))
    return ours?.map(({ id = '', code = '', displayName = '' }) => ({ id, code, name: displayName }))
  }, [templates.data, journals.data])
  const listOf = useCallback((batch: Batch, workDate: string) => linesOf(kind)(batch, workDate), [kind])
  const retry = () => void Promise.all([templates.refetch(), journals.refetch()])
  return <JournalPage batches={batches} error={templates.error ?? journals.error} onRetry={retry} listOf={listOf} />
}
