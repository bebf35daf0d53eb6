import { MessageBar, MessageBarBody, ProgressBar, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { useNow } from '@/components/page/useNow'
import { useFormat } from '@/i18n/format'
import { useRunOf } from './useRunOf'

const useStyles = makeStyles({
  bar: { marginBlockStart: tokens.spacingVerticalXS },
  quiet: { marginInlineStart: tokens.spacingHorizontalM, fontVariantNumeric: 'tabular-nums' },
})

/** How far the entry is that runs now. */
export function EntryProgress({ entry }: { readonly entry: Row<'jobQueueEntries'> }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const { run, progress } = useRunOf(entry.id ?? '')
  const now = useNow(1_000)
  const took = run?.startDateTime ? format.duration(Math.max(0, now - Date.parse(run.startDateTime))) : ''
  return (
    <MessageBar intent={entry.stopBy ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>
        {progress.text || t('jobs.running')}
        <span className={styles.quiet}>{took}</span>
        {entry.stopBy && (
          <p>
            {t('jobs.stopsBy', { time: format.exact(entry.stopBy) })}{' '}
            {entry.stopRequestedBy && t('jobs.stopAsked', { user: entry.stopRequestedBy })}
          </p>
        )}
        <ProgressBar
          className={styles.bar}
          aria-label={t('jobs.running')}
          {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
        />
      </MessageBarBody>
    </MessageBar>
  )
}
