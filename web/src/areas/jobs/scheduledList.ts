import { defineList } from '@/components/list/definition'
import { useScheduledActions } from './stateActions'
import { taskOf } from './taskOf'
import { entryTone } from './tones'

/** What a worker takes when its time has come. */
const SCHEDULED = ['Ready', 'Waiting', 'On Hold with Inactivity Timeout'].map((status) => `status eq '${status}'`)

/** What runs next, the first of it first. */
export const scheduledList = defineList({
  entity: 'jobQueueEntries',
  caption: 'scheduledTasks',
  sort: 'earliestStartDateTime',
  filter: SCHEDULED.join(' or '),
  open: ({ id }) => `/job-queue/${id}`,
  columns: [
    { field: 'earliestStartDateTime', width: 170, narrow: 'detail' },
    { field: 'description', width: 320, narrow: 'title', link: ({ id }) => `/job-queue/${id}` },
    { field: 'status', width: 150, narrow: 'end', tone: ({ status }) => entryTone(status) },
    { field: 'objectCaptionToRun', caption: 'objectCaption', width: 210, text: taskOf },
    { field: 'scope', width: 120 },
    { field: 'jobQueueCategoryCode', width: 160 },
    { field: 'priorityWithinCategory', width: 110 },
    { field: 'recurringJob', width: 130 },
    { field: 'userId', width: 140, hidden: true },
  ],
  useActions: useScheduledActions,
  empty: 'emptyScheduled',
  permission: 'JobQueue.Read',
})
