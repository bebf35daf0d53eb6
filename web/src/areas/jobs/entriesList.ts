import { defineList } from '@/components/list/definition'
import { useEntriesActions } from './entriesActions'
import { taskOf } from './taskOf'
import { entryTone } from './tones'

export const entriesList = defineList({
  entity: 'jobQueueEntries',
  caption: 'jobQueueEntries',
  sort: 'earliestStartDateTime',
  open: ({ id }) => `/job-queue/${id}`,
  columns: [
    { field: 'description', width: 300, narrow: 'title', link: ({ id }) => `/job-queue/${id}` },
    { field: 'status', narrow: 'end', tone: ({ status }) => entryTone(status) },
    { field: 'earliestStartDateTime', width: 170, narrow: 'detail' },
    { field: 'objectCaptionToRun', caption: 'objectCaption', width: 210, text: taskOf },
    { field: 'scope', width: 120, narrow: 'detail' },
    { field: 'recurringJob', width: 130 },
    { field: 'numberOfMinutesBetweenRuns', width: 150 },
    { field: 'jobQueueCategoryCode', width: 160 },
    { field: 'errorMessage', width: 300 },
    { field: 'userId', width: 140 },
    { field: 'objectIdToRun', hidden: true },
    { field: 'priorityWithinCategory', hidden: true },
    { field: 'numberOfAttemptsToRun', hidden: true },
    { field: 'lastReadyState', hidden: true },
    { field: 'mode', hidden: true },
  ],
  views: [
    { caption: 'viewFailed', filters: { status: 'Error' } },
    { caption: 'viewQueued', filters: { status: 'Ready|Waiting' } },
    { caption: 'viewInProcess', filters: { status: 'In Process' } },
  ],
  useActions: useEntriesActions,
  empty: 'emptyEntries',
  permission: 'JobQueue.Read',
})
