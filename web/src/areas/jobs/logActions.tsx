import { CalendarClock20Regular, Code20Regular, DismissCircle20Regular, Info20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { useCleaning } from '@/components/list/useCleaning'
import { CallStack } from './CallStack'
import { RunDetails } from './RunDetails'

/** What may be done with runs of job queue entries. */
export function useLogActions(runs: readonly Row<'jobQueueLogEntries'>[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const confirm = useConfirm()
  const navigate = useNavigate()
  const cleaning = useCleaning({
    entity: 'jobQueueLogEntries',
    permission: 'JobQueue.Change',
    olderText: t('jobs.deleteOlderText'),
    allText: t('jobs.deleteLogText'),
  })
  const run = runs.length === 1 ? runs[0] : undefined
  const callStack = run?.errorCallStack
  const group = t('common.more')
  const setStatusToError = async () => {
    const [title, text] = [t('jobs.setStatusToErrorTitle'), t('jobs.setStatusToErrorText')]
    if (!(await confirm({ title, text, confirm: t('jobs.setStatusToError'), danger: true }))) return
    for (const { id } of runs) await post(`/jobQueueLogEntries/${id}/Kobling.setStatusToError`)
    await queries.invalidateQueries({ queryKey: ['jobQueueLogEntries'] })
  }
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
    {
      key: 'callStack',
      group,
      caption: t('jobs.showCallStack'),
      icon: <Code20Regular />,
      disabled: !callStack,
      run: () => callStack && dialog((close) => <CallStack text={callStack} onClose={close} />),
    },
    {
      key: 'setStatusToError',
      group,
      caption: t('jobs.setStatusToError'),
      icon: <DismissCircle20Regular />,
      permission: 'JobQueue.Run',
      disabled: runs.length === 0 || runs.some(({ result }) => result !== 'In Process'),
      run: setStatusToError,
    },
    ...cleaning,
  ]
}
