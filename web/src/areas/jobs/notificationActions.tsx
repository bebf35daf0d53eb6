import { MailRead20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'

/** What a user does with what the job queue has told. */
export function useNotificationActions(notifications: readonly Row<'jobQueueNotifications'>[]): readonly Action[] {
  const { t } = useTranslation()
  const unread = notifications.filter(({ isRead }) => !isRead)
  const markRead = async () => {
    for (const { id } of unread) await post(`/jobQueueNotifications/${id}/Kobling.markRead`)
    await queries.invalidateQueries({ queryKey: ['jobQueueNotifications'] })
  }
  return [
    {
      key: 'markRead',
      caption: t('jobs.markRead'),
      icon: <MailRead20Regular />,
      primary: true,
      disabled: unread.length === 0,
      run: markRead,
    },
  ]
}
