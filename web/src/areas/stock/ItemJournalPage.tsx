import { useMemo } from 'react'
import { literal, useRecords } from '@/api/record'
import { JournalPage } from '@/areas/journals/JournalPage'
import type { ItemJournal } from './itemJournals'

/** The lines of an item journal: goods that are found, missing or moved, or that are counted. */
export function ItemJournalPage({ kind }: { readonly kind: ItemJournal }) {
  const { data, error, refetch } = useRecords('itemJournalBatches', {
    $filter: `templateType eq ${literal(kind.type)}`,
    $orderby: 'code',
    $top: '1000',
  })
  const batches = useMemo(
    () => data?.value.map(({ id = '', code = '', description = '' }) => ({ id, code, name: description })),
    [data],
  )
  return (
    <JournalPage journal={kind} batches={batches} error={error} onRetry={() => void refetch()} first={kind.first} />
  )
}
