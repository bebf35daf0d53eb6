import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  ProgressBar,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { useRun } from '@/components/action/useRun'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { useNow } from '@/components/page/useNow'
import { useFormat } from '@/i18n/format'
import { RunOutcome } from './RunOutcome'
import { useRunOf } from './useRunOf'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

type Props = { readonly entry: string; readonly caption: string; readonly onClose: () => void }

/** Waits with the user for a task that runs in the foreground: shows how far it is, and at its end what it did. */
export function RunDialog({ entry: entryId, caption, onClose }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const { run: act, running } = useRun()
  const { run, ended, error, progress } = useRunOf(entryId)
  const now = useNow(500, !ended)
  const start = run?.startDateTime ? Date.parse(run.startDateTime) : undefined
  const took = start === undefined ? '' : format.duration(Math.max(0, now - start))

  const cancel = () => act({ key: 'cancel', run: () => post(`/jobQueueEntries/${entryId}/Kobling.cancel`) })
  const showLog = () => {
    onClose()
    void navigate({ to: '/job-queue-log', search: { 'filter.jobQueueEntryId': entryId } as never })
  }

  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{caption}</DialogTitle>
          <DialogContent className={styles.content}>
            {error && <ErrorMessage error={error} />}
            {ended && run ? (
              <RunOutcome run={run} />
            ) : (
              <>
                <ProgressBar
                  aria-label={caption}
                  {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
                />
                <div className={styles.line} role="status">
                  <span>{progress.text || (run ? t('jobs.running') : t('jobs.starting'))}</span>
                  <span className={styles.quiet}>{took}</span>
                </div>
                <p className={styles.quiet}>{t('jobs.mayLeave')}</p>
              </>
            )}
          </DialogContent>
          <DialogActions fluid>
            {ended && run ? (
              <Button appearance="primary" onClick={onClose}>
                {t('common.close')}
              </Button>
            ) : (
              <>
                <Button appearance="primary" onClick={onClose}>
                  {t('jobs.leave')}
                </Button>
                <Button disabled={running !== undefined} onClick={cancel}>
                  {t('jobs.cancelRun')}
                </Button>
              </>
            )}
            <Button appearance="subtle" onClick={showLog}>
              {t('jobs.showLog')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
