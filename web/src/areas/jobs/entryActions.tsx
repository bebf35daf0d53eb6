import { Delete20Regular, PlayCircle20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post, remove } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useEntryInquiries } from './entryInquiries'
import { usePriorityActions } from './priorityActions'
import { useStarted, type Started } from './started'
import { useStateActions } from './stateActions'

type Entry = Row<'jobQueueEntries'>

const path = (entry: Entry) => `/jobQueueEntries/${entry.id}`

/** What may be done with job queue entries: with those selected in the list, or with that of the card. */
export function useEntryActions(entries: readonly Entry[], afterDelete?: () => void): readonly Action[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const started = useStarted()
  const [entry] = entries
  const one = entries.length === 1 ? entry : undefined
  const states = useStateActions(entries)
  const priorities = usePriorityActions(entries)
  const inquiries = useEntryInquiries(one)

  const deleteAll = async () => {
    const text = t('jobs.deleteText', { count: entries.length })
    if (!(await confirm({ title: t('jobs.deleteTitle'), text, confirm: t('common.delete'), danger: true }))) return
    for (const of of entries) await remove(path(of), of['@odata.etag'])
    await queries.invalidateQueries({ queryKey: ['jobQueueEntries', 'list'] })
    afterDelete?.()
  }
  const runOnce = async () => {
    if (!one) return
    const title = t('jobs.runOnceTitle')
    if (!(await confirm({ title, text: t('jobs.runOnceText'), confirm: t('jobs.run') }))) return
    started(await post<Started>(`${path(one)}/Kobling.runOnceInForeground`), one.description ?? '')
  }

  const more = t('common.more')
  return [
    ...states,
    ...priorities,
    ...inquiries,
    {
      key: 'once',
      group: more,
      caption: t('jobs.runOnce'),
      icon: <PlayCircle20Regular />,
      permission: 'JobQueue.Run',
      disabled: !one,
      run: runOnce,
    },
    {
      key: 'delete',
      group: more,
      caption: t('common.delete'),
      icon: <Delete20Regular />,
      permission: 'JobQueue.Change',
      disabled: entries.length === 0,
      run: deleteAll,
    },
  ]
}
