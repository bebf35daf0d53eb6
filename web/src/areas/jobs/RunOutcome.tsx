import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { Verbatim } from '@/components/copy/Verbatim'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { SummaryFigures } from './SummaryFigures'
import { readSummary } from './summary'
import { runTone } from './tones'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

/** How a run ended: its result, when and how long it ran, why it failed, and what it did. */
export function RunOutcome({ run }: { readonly run: Row<'jobQueueLogEntries'> }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const { startDateTime: start, endDateTime: end, errorMessage } = run
  const summary = readSummary(run.summary)
  return (
    <>
      <div className={styles.line} role="status">
        <StatusBadge tone={runTone(run.result)}>{optionCaption(t, run.result ?? '')}</StatusBadge>
        {start && <span className={styles.quiet}>{format.exact(start)}</span>}
        {start && end && (
          <span className={styles.quiet}>{format.duration(Math.max(0, Date.parse(end) - Date.parse(start)))}</span>
        )}
      </div>
      {errorMessage && (
        <MessageBar intent={run.result === 'Partial Success' ? 'warning' : 'error'} layout="multiline">
          <MessageBarBody>{errorMessage}</MessageBarBody>
        </MessageBar>
      )}
      {run.result === 'Partial Success' && run.errorCallStack && (
        <Verbatim label={t('jobs.recordsLeftOut')} text={run.errorCallStack} />
      )}
      {summary && <SummaryFigures summary={summary} />}
    </>
  )
}
