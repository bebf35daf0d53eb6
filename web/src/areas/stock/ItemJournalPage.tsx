import { useMemo } from 'react'
import { useRecords } from '@/api/record'
import type { Batch } from '@/areas/journals/batch'
import { JournalPage } from '@/areas/journals/JournalPage'
import type { AnyList } from '@/components/list/definition'
import { adjustmentsOf, countOf } from './itemJournalLists'

type Kind = {
  readonly listOf: (batch: Batch, workDate: string) => AnyList
  /** The batch that is shown first. */
  readonly first: string
}

/** The item journals, by their addresses below `/item-journals`. */
export const itemJournals: Readonly<Record<string, Kind>> = {
  adjustments: { listOf: adjustmentsOf, first: 'DEFAULT' },
  counting: { listOf: countOf, first: 'PHYSINV' },
}

/** The lines of an item journal: goods that are found, missing or moved, or that are counted. */
export function ItemJournalPage({ kind }: { readonly kind: Kind }) {
  const { data, error, refetch } = useRecords('itemJournalBatches', { $orderby: 'code' })
  const batches = useMemo(
    () => data?.value.map(({ id = '', code = '', description = '' }) => ({ id, code, name: description })),
    [data],
  )
  return <JournalPage batches={batches} error={error} onRetry={() => void refetch()} {...kind} />
}
