import { defineList } from '@/components/list/definition'
import { useNotificationActions } from './notificationActions'

/** What the job queue has told the user: jobs that have failed for good, and those that work again. */
export const notificationsList = defineList({
  entity: 'jobQueueNotifications',
  caption: 'jobQueueNotifications',
  sort: 'createdAt desc',
  open: ({ jobQueueEntryId }) => `/job-queue/${jobQueueEntryId}`,
  columns: [
    { field: 'createdAt', width: 170, narrow: 'detail' },
    {
      field: 'description',
      width: 300,
      narrow: 'title',
      link: ({ jobQueueEntryId }) => `/job-queue/${jobQueueEntryId}`,
    },
    { field: 'kind', width: 130, narrow: 'end', tone: ({ kind }) => (kind === 'Failed' ? 'bad' : 'good') },
    { field: 'message', width: 400 },
    { field: 'isRead', width: 100 },
    { field: 'owner', width: 140 },
    { field: 'mailState', width: 140 },
    { field: 'mailError', width: 300, hidden: true },
  ],
  views: [
    { caption: 'viewUnread', filters: { isRead: 'No' } },
    { caption: 'viewFailed', filters: { kind: 'Failed' } },
  ],
  useActions: useNotificationActions,
  empty: 'emptyNotifications',
  permission: 'JobQueue.Read',
})
