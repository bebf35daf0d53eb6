import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { CopyButton } from '@/components/copy/CopyButton'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { ParameterList } from '@/components/request/ParameterList'
import { runDetails } from './details'
import { RunOutcome } from './RunOutcome'

type Run = Row<'jobQueueLogEntries'>

/** One run: its outcome, what it did, why it failed, and what it was asked. */
export function LogDetails({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const showLeftOut = () =>
    navigate({ to: '/skipped-records', search: { 'filter.jobQueueLogEntryId': run.id ?? '' } as never })
  return (
    <ReadDialog
      title={run.description}
      onClose={onClose}
      actions={
        <>
          {run.result === 'Partial Success' && <Button onClick={showLeftOut}>{t('jobs.recordsLeftOut')}</Button>}
          <CopyButton text={() => runDetails(run)}>{t('errors.copyDetails')}</CopyButton>
        </>
      }
    >
      <RunOutcome run={run} />
      <section aria-label={t('tabs.request')}>
        <h3>{t('tabs.request')}</h3>
        <ParameterList objectId={run.objectIdToRun ?? 0} text={run.parameterString ?? ''} />
      </section>
    </ReadDialog>
  )
}
