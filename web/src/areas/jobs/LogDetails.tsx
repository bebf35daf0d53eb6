import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { CopyButton } from '@/components/copy/CopyButton'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { SummaryFigures } from './SummaryFigures'
import { readSummary } from './summary'
import { runTone } from './tones'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  code: {
    maxBlockSize: '200px',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

type Run = Row<'jobQueueLogEntries'>

/** What support needs to know about a run. */
function detailsOf(run: Run): string {
  return [
    ['Job queue entry', run.jobQueueEntryId],
    ['Log entry', run.id],
    ['Task', `${run.objectIdToRun} ${run.objectCaptionToRun}`],
    ['Result', run.result],
    ['Start', run.startDateTime],
    ['End', run.endDateTime ?? ''],
    ['Time zone', Intl.DateTimeFormat().resolvedOptions().timeZone],
    ['Error', run.errorMessage],
    ['More', run.errorCallStack],
  ]
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

/** One run: its outcome, what it did, why it failed, and what it was asked. */
export function LogDetails({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const summary = readSummary(run.summary)
  const took = run.endDateTime ? Date.parse(run.endDateTime) - Date.parse(run.startDateTime ?? '') : undefined
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{run.description}</DialogTitle>
          <DialogContent className={styles.content}>
            <div className={styles.line}>
              <StatusBadge tone={runTone(run.result)}>{optionCaption(t, run.result ?? '')}</StatusBadge>
              <span>{run.startDateTime && format.exact(run.startDateTime)}</span>
              {took !== undefined && <span>{format.duration(took)}</span>}
            </div>
            {run.errorMessage && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{run.errorMessage}</MessageBarBody>
              </MessageBar>
            )}
            {summary && <SummaryFigures summary={summary} />}
            {run.parameterString && (
              <section aria-label={t('fields.parameterString')}>
                <p>{t('fields.parameterString')}</p>
                <pre className={styles.code}>{run.parameterString}</pre>
              </section>
            )}
          </DialogContent>
          <DialogActions>
            <CopyButton text={() => detailsOf(run)}>{t('errors.copyDetails')}</CopyButton>
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
