import { useMemo } from 'react'
import { useRecords } from '@/api/record'
import { JournalPage, type Journal } from '@/areas/journals/JournalPage'
import { adjusting, counting } from './itemJournalGrids'
import { adjustmentsOf, countOf } from './itemJournalLists'

type Kind = Journal & {
  /** The batch that is shown first. */
  readonly first: string
}

/** The item journals, by their addresses below `/item-journals`. */
export const itemJournals: Readonly<Record<string, Kind>> = {
  adjustments: { caption: 'itemJournal', gridOf: adjusting, listOf: adjustmentsOf, first: 'DEFAULT' },
  counting: { caption: 'physicalInventoryJournal', gridOf: counting, listOf: countOf, first: 'PHYSINV' },
}

/** The lines of an item journal: goods that are found, missing or moved, or that are counted. */
export function ItemJournalPage({ kind }: { readonly kind: Kind }) {
  const { data, error, refetch } = useRecords('itemJournalBatches', { $orderby: 'code', $top: '1000' })
  const batches = useMemo(
    () => data?.value.map(({ id = '', code = '', description = '' }) => ({ id, code, name: description })),
    [data],
  )
  return (
    <JournalPage journal={kind} batches={batches} error={error} onRetry={() => void refetch()} first={kind.first} />
  )
}
