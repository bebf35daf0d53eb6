import { CalendarClock20Regular, Info20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { RunDetails } from './RunDetails'

/** What may be done with runs of job queue entries. */
export function useLogActions(runs: readonly Row<'jobQueueLogEntries'>[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const navigate = useNavigate()
  const run = runs.length === 1 ? runs[0] : undefined
  return [
    {
      key: 'details',
      caption: t('jobs.details'),
      icon: <Info20Regular />,
      primary: true,
      disabled: !run,
      run: () => run && dialog((close) => <RunDetails run={run} onClose={close} />),
    },
    {
      key: 'entry',
      caption: t('jobs.showEntry'),
      icon: <CalendarClock20Regular />,
      disabled: !run,
      run: () => navigate({ to: `/job-queue/${run?.jobQueueEntryId}` }),
    },
  ]
}
