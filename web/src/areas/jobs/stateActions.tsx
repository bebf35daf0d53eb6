import { ArrowClockwise20Regular, Pause20Regular, Play20Regular, Stop20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { CancelDialog } from './CancelDialog'

type Entry = Row<'jobQueueEntries'>

const inProcess = ({ status }: Entry) => status === 'In Process'

/** What brings job queue entries from one state into another. */
export function useStateActions(entries: readonly Entry[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const every = (of: (entry: Entry) => boolean) => entries.length > 0 && entries.every(of)
  const each = (verb: string) => async () => {
    for (const { id, '@odata.etag': etag } of entries)
      await post(`/jobQueueEntries/${id}/Kobling.${verb}`, undefined, etag)
    await queries.invalidateQueries({ queryKey: ['jobQueueEntries'] })
  }
  return [
    {
      key: 'ready',
      caption: t('jobs.setReady'),
      icon: <Play20Regular />,
      primary: true,
      permission: 'JobQueue.Run',
      disabled: !every((of) => !inProcess(of) && of.status !== 'Ready'),
      run: each('setReady'),
    },
    {
      key: 'hold',
      caption: t('jobs.setOnHold'),
      icon: <Pause20Regular />,
      permission: 'JobQueue.Run',
      disabled: !every((of) => of.status !== 'On Hold'),
      run: each('setOnHold'),
    },
    {
      key: 'restart',
      caption: t('jobs.restart'),
      icon: <ArrowClockwise20Regular />,
      permission: 'JobQueue.Run',
      disabled: !every((of) => !inProcess(of)),
      run: each('restart'),
    },
    {
      key: 'cancel',
      caption: t('jobs.cancelRun'),
      icon: <Stop20Regular />,
      permission: 'JobQueue.Run',
      disabled: !every(inProcess),
      run: () => dialog((close) => <CancelDialog entries={entries} onClose={close} />),
    },
  ]
}

/** Those of them that a page of scheduled tasks has. */
export const useScheduledActions = (entries: readonly Entry[]) =>
  useStateActions(entries).filter(({ key }) => key === 'ready' || key === 'hold')
