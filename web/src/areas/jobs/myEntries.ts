import { literal } from '@/api/record'
import { defineList } from '@/components/list/definition'
import { useMyActions } from './entriesActions'
import { taskOf } from './taskOf'
import { entryTone } from './tones'

/** The entries of one user (page 675, My Job Queue). */
export const myEntries = (userName: string) =>
  defineList({
    entity: 'jobQueueEntries',
    caption: 'myJobQueue',
    sort: 'earliestStartDateTime',
    filter: `userId eq ${literal(userName)}`,
    open: ({ id }) => `/job-queue/${id}`,
    columns: [
      { field: 'description', width: 320, narrow: 'title', link: ({ id }) => `/job-queue/${id}` },
      { field: 'status', narrow: 'end', tone: ({ status }) => entryTone(status) },
      { field: 'earliestStartDateTime', width: 170, narrow: 'detail' },
      { field: 'errorMessage', width: 420 },
      { field: 'objectCaptionToRun', caption: 'objectCaption', width: 210, text: taskOf, hidden: true },
      { field: 'scope', width: 120, hidden: true },
      { field: 'priorityWithinCategory', hidden: true },
      { field: 'expirationDateTime', width: 170, hidden: true },
      { field: 'jobQueueCategoryCode', width: 160, hidden: true },
    ],
    views: [{ caption: 'viewFailed', filters: { status: 'Error' } }],
    useActions: useMyActions,
    empty: 'emptyMine',
    permission: 'JobQueue.Read',
  })
