import { ArrowCircleDown20Regular, ArrowCircleUp20Regular, CircleSmall20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'

type Entry = Row<'jobQueueEntries'>

/** From the first in the line to the last. */
const PRIORITIES = ['High', 'Normal', 'Low'] as const
const icons = { High: <ArrowCircleUp20Regular />, Normal: <CircleSmall20Regular />, Low: <ArrowCircleDown20Regular /> }

/** Moves entries in the line of their category; who has no category stands in none, and who runs has left it. */
export function usePriorityActions(entries: readonly Entry[]): readonly Action[] {
  const { t } = useTranslation()
  const may = entries.length > 0 && entries.every((of) => of.jobQueueCategoryCode && of.status !== 'In Process')
  const set = (priorityWithinCategory: string) => async () => {
    for (const { id, '@odata.etag': etag } of entries)
      await post(`/jobQueueEntries/${id}/Kobling.setPriority`, { priorityWithinCategory }, etag)
    await queries.invalidateQueries({ queryKey: ['jobQueueEntries'] })
  }
  return PRIORITIES.map((priority) => ({
    key: `priority${priority}`,
    group: t('jobs.priority'),
    caption: t(`jobs.priority${priority}`),
    icon: icons[priority],
    permission: 'JobQueue.Run',
    disabled: !may || entries.every((of) => of.priorityWithinCategory === priority),
    run: set(priority),
  }))
}
