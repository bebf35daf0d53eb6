import { useMemo } from 'react'
import { literal, useRecords } from '@/api/record'
import type { Batch } from './batch'
import { gridOf, listOf, type JournalKind } from './generalLines'
import { JournalPage } from './JournalPage'

/** The lines of a general journal or of a cash receipt journal. */
export function GeneralJournalPage({ kind }: { readonly kind: JournalKind }) {
  const templates = useRecords('generalJournalTemplates', { $filter: `type eq ${literal(kind.type)}` })
  const journals = useRecords('journals', { $top: '1000' })
  const batches = useMemo(() => {
    const names = templates.data?.value.map(({ name }) => name)
    const ours = names && journals.data?.value.filter(({ templateDisplayName }) => names.includes(templateDisplayName))
    return ours?.map(({ id = '', code = '', displayName = '' }) => ({ id, code, name: displayName }))
  }, [templates.data, journals.data])
  const journal = useMemo(
    () => ({
      caption: kind.caption,
      gridOf: (batch: Batch, workDate: string) => gridOf(kind, batch, workDate),
      listOf: (batch: Batch, workDate: string) => listOf(kind, batch, workDate),
    }),
    [kind],
  )
  const retry = () => void Promise.all([templates.refetch(), journals.refetch()])
  return <JournalPage journal={journal} batches={batches} error={templates.error ?? journals.error} onRetry={retry} />
}
