import { Broom20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useNotify } from '@/components/notice/useNotify'
import { useEntryActions } from './entryActions'

type Entries = readonly Row<'jobQueueEntries'>[]

/** What may be done on the page of all entries. */
export const useEntriesActions = (entries: Entries) => [...useEntryActions(entries), useRemoveFailed(false)]

/** What may be done on the page of one's own entries. */
export const useMyActions = (entries: Entries) => [...useEntryActions(entries), useRemoveFailed(true)]

function useRemoveFailed(mineOnly: boolean): Action {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notify = useNotify()
  const removeFailed = async () => {
    const text = t(mineOnly ? 'jobs.removeFailedMineText' : 'jobs.removeFailedText')
    if (!(await confirm({ title: t('jobs.removeFailedTitle'), text, confirm: t('jobs.removeFailed'), danger: true })))
      return
    const { removed } = await post<{ removed: number }>('/jobQueueEntries/Kobling.removeFailed', { mineOnly })
    await queries.invalidateQueries({ queryKey: ['jobQueueEntries'] })
    notify.success(t('jobs.removed', { count: removed }))
  }
  return {
    key: 'removeFailed',
    group: t('common.more'),
    caption: t('jobs.removeFailed'),
    icon: <Broom20Regular />,
    permission: mineOnly ? 'JobQueue.Run' : 'JobQueue.Change',
    run: removeFailed,
  }
}
