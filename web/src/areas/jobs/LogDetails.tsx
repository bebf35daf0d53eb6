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
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { CopyButton } from '@/components/copy/CopyButton'
import { ParameterList } from '@/components/request/ParameterList'
import { runDetails } from './details'
import { RunOutcome } from './RunOutcome'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
})

type Run = Row<'jobQueueLogEntries'>

/** One run: its outcome, what it did, why it failed, and what it was asked. */
export function LogDetails({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const showLeftOut = () =>
    navigate({ to: '/skipped-records', search: { 'filter.jobQueueLogEntryId': run.id ?? '' } as never })
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
          <DialogActions fluid>
            {run.result === 'Partial Success' && <Button onClick={showLeftOut}>{t('jobs.recordsLeftOut')}</Button>}
            <CopyButton text={() => runDetails(run)}>{t('errors.copyDetails')}</CopyButton>
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
