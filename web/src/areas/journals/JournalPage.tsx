import { Field, Select, Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/api/session'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import type { AnyList } from '@/components/list/definition'
import { ListPage } from '@/components/list/ListPage'
import type { Batch } from './batch'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', blockSize: '100%', minBlockSize: 0 },
  choice: {
    display: 'flex',
    paddingInline: tokens.spacingHorizontalXXL,
    paddingBlockStart: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 700px)': { paddingInline: tokens.spacingHorizontalM },
  },
  list: { flexGrow: 1, minBlockSize: 0 },
})

type Props = {
  /** The batches that may be chosen; nothing yet, while they are read. */
  readonly batches: readonly Batch[] | undefined
  readonly error: Error | null
  readonly onRetry: () => void
  /** The lines of a batch, and what may be done with them. */
  readonly listOf: (batch: Batch, workDate: string) => AnyList
  /** The batch that is shown first. */
  readonly first?: string
}

/** A journal: the lines of one batch, which are entered, and posted together. */
export function JournalPage({ batches, error, onRetry, listOf, first }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { workDate } = useSession()
  const [chosen, setChosen] = useState<string>()
  const batch = batches?.find(({ id }) => id === chosen) ?? batches?.find(({ code }) => code === first) ?? batches?.[0]
  const list = useMemo(() => batch && listOf(batch, workDate), [batch, listOf, workDate])
  if (error) return <ErrorMessage error={error} onRetry={onRetry} />
  if (!batches) return <Spinner label={t('common.loading')} />
  if (!batch || !list) return <p>{t('stock.noBatch')}</p>
  return (
    <div className={styles.page}>
      {batches.length > 1 && (
        <div className={styles.choice}>
          <Field label={t('stock.batch')} orientation="horizontal">
            <Select value={batch.id} onChange={(_, { value }) => setChosen(value)}>
              {batches.map(({ id, code, name }) => (
                <option key={id} value={id}>
                  {name ? `${code} · ${name}` : code}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      <div className={styles.list}>
        <ListPage key={batch.id} of={list} />
      </div>
    </div>
  )
}
