import { ProgressBar, makeStyles, tokens } from '@fluentui/react-components'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { linesQuery, type Line } from '@/api/jobQueue'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { useNow } from '@/components/page/useNow'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { usePageStyles } from './pageStyles'

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  line: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  key: { fontWeight: tokens.fontWeightSemibold },
  place: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  name: { minInlineSize: 0, overflowWrap: 'anywhere', color: tokens.colorBrandForegroundLink },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  waiting: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
})

/** Who runs of each category and scope, and who waits for it. */
export function CategoryLines() {
  const styles = useStyles()
  const page = usePageStyles()
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(linesQuery)
  const title = t('jobs.lines')
  return (
    <section className={styles.lines} aria-label={title}>
      <h2 className={page.part}>{title}</h2>
      {error && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={styles.quiet}>{t('jobs.noLines')}</p>}
      <div className={styles.grid}>
        {data?.map((line) => (
          <LineCard key={`${line.category} ${line.scope}`} line={line} />
        ))}
      </div>
    </section>
  )
}

function LineCard({ line: { category, scope, holder, waiting, waitingCount } }: { readonly line: Line }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const now = useNow(1_000, holder !== null)
  const rest = waitingCount - waiting.length
  return (
    <section className={styles.line} aria-labelledby={id}>
      <h3 id={id} className={styles.key}>
        {[category || t('timeline.noCategory'), scope].filter(Boolean).join(' · ')}
      </h3>
      {holder ? (
        <div>
          <div className={styles.place}>
            <EntryLink id={holder.entryId} description={holder.description} />
            <StatusBadge tone="busy">{optionCaption(t, 'In Process')}</StatusBadge>
          </div>
          <p className={styles.quiet}>
            {[format.duration(Math.max(0, now - Date.parse(holder.startedAt))), holder.worker, holder.progressText]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {holder.progressTotal > 0 && (
            <ProgressBar aria-label={holder.description} value={holder.progressDone} max={holder.progressTotal} />
          )}
        </div>
      ) : (
        <p className={styles.quiet}>{t('jobs.nobodyHolds')}</p>
      )}
      {waiting.length > 0 && (
        <>
          <p className={styles.quiet}>{t('jobs.waitingHere', { count: waitingCount })}</p>
          <ol className={styles.waiting} aria-label={t('jobs.waitingHere', { count: waitingCount })}>
            {waiting.map(({ entryId, description, priorityWithinCategory, earliestStartDateTime }) => (
              <li key={entryId} className={styles.place}>
                <EntryLink id={entryId} description={description} />
                <span className={styles.when}>
                  {[
                    priorityWithinCategory === 'Normal' ? '' : optionCaption(t, priorityWithinCategory),
                    earliestStartDateTime && format.clock(earliestStartDateTime),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ol>
          {rest > 0 && <p className={styles.quiet}>{t('jobs.moreWait', { count: rest })}</p>}
        </>
      )}
    </section>
  )
}

function EntryLink({ id, description }: { readonly id: string; readonly description: string }) {
  const styles = useStyles()
  return (
    <Link to="/job-queue/$id" params={{ id }} className={styles.name}>
      {description}
    </Link>
  )
}
