import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { CopyButton } from '@/components/copy/CopyButton'
import { ParameterList } from '@/components/request/ParameterList'
import { RunOutcome } from './RunOutcome'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
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
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{run.description}</DialogTitle>
          <DialogContent className={styles.content}>
            <RunOutcome run={run} />
            <section aria-label={t('tabs.request')}>
              <h3>{t('tabs.request')}</h3>
              <ParameterList objectId={run.objectIdToRun ?? 0} text={run.parameterString ?? ''} />
            </section>
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
