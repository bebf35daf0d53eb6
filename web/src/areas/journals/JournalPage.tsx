import { Field, Select, Spinner } from '@fluentui/react-components'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords } from '@/api/record'
import { useSession } from '@/api/session'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { MOST_LINES } from '@/components/lines/useLines'
import type { AnyList } from '@/components/list/definition'
import { ListPage } from '@/components/list/ListPage'
import type { PageKey } from '@/i18n/keys'
import type { Batch } from './batch'
import type { Grid } from './grid'
import { JournalLines } from './JournalLines'

/** What a journal consists of. */
export type Journal = {
  readonly caption: PageKey
  /** The lines of a batch, entered in their place. */
  readonly gridOf: (batch: Batch, workDate: string) => Grid
  /** The same as a list, where there are too many for that. */
  readonly listOf: (batch: Batch, workDate: string) => AnyList
}

type Props = {
  readonly journal: Journal
  /** The batches that may be chosen; nothing yet, while they are read. */
  readonly batches: readonly Batch[] | undefined
  readonly error: Error | null
  readonly onRetry: () => void
  /** The batch that is shown first. */
  readonly first?: string
}

/** A journal: the lines of one batch, which are entered, and posted together. */
export function JournalPage({ journal, batches, error, onRetry, first }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string>()
  const batch = batches?.find(({ id }) => id === chosen) ?? batches?.find(({ code }) => code === first) ?? batches?.[0]
  if (error) return <ErrorMessage error={error} onRetry={onRetry} />
  if (!batches) return <Spinner label={t('common.loading')} />
  if (!batch) return <p>{t('stock.noBatch')}</p>
  const choice = batches.length > 1 && (
    <Field label={t('stock.batch')}>
      <Select value={batch.id} onChange={(_, { value }) => setChosen(value)}>
        {batches.map(({ id, code, name }) => (
          <option key={id} value={id}>
            {name ? `${code} · ${name}` : code}
          </option>
        ))}
      </Select>
    </Field>
  )
  return <OfBatch key={batch.id} journal={journal} batch={batch} choice={choice} />
}

type OfBatchProps = { readonly journal: Journal; readonly batch: Batch; readonly choice: ReactNode }

function OfBatch({ journal, batch, choice }: OfBatchProps) {
  const { t } = useTranslation()
  const { workDate } = useSession()
  const grid = useMemo(() => journal.gridOf(batch, workDate), [journal, batch, workDate])
  const list = useMemo(() => journal.listOf(batch, workDate), [journal, batch, workDate])
  const { data, error, refetch } = useRecords(grid.entity, { $filter: grid.filter, $top: '0', $count: 'true' })
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Spinner label={t('common.loading')} />
  if ((data['@odata.count'] ?? 0) > MOST_LINES) return <ListPage of={list} />
  return <JournalLines caption={journal.caption} grid={grid} choice={choice} />
}
