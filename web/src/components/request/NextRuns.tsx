import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { wallOf } from '@/components/input/instant'
import { useFormat } from '@/i18n/format'
import { usePreview } from './usePreview'

const useStyles = makeStyles({
  runs: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 16rem), 1fr))',
    gap: tokens.spacingVerticalXXS,
    fontVariantNumeric: 'tabular-nums',
  },
})

type Props = {
  /** The fields of a job queue entry that say when it runs. */
  readonly schedule: Readonly<Record<string, unknown>>
  readonly zone: string
}

/** When a schedule that recurs would run next. */
export function NextRuns({ schedule, zone }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const title = useId()
  const { data: runs, error } = usePreview(schedule)
  if (error) return <ErrorMessage error={error} />
  return (
    <div>
      <Text as="h3" weight="semibold" id={title}>
        {t('request.nextRuns', { zone })}
      </Text>
      <ol className={styles.runs} aria-labelledby={title}>
        {runs?.map((run) => {
          const { date, time } = wallOf(run, zone)
          return (
            <li key={run}>
              <time dateTime={run}>
                {format.longDate(date)} {time}
              </time>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
