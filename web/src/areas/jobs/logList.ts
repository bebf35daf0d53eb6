import { defineList } from '@/components/list/definition'
import { useLogActions } from './logActions'
import { didText } from './didText'
import { taskOf } from './taskOf'
import { runTone } from './tones'

export const logList = defineList({
  entity: 'jobQueueLogEntries',
  caption: 'jobQueueLogEntries',
  sort: 'startDateTime desc',
  columns: [
    { field: 'startDateTime', width: 195, narrow: 'detail' },
    { field: 'description', width: 300, narrow: 'title' },
    { field: 'result', narrow: 'end', tone: ({ result }) => runTone(result) },
    { field: 'summary', caption: 'outcome', width: 300, text: didText },
    { field: 'objectCaptionToRun', caption: 'objectCaption', width: 210, text: taskOf },
    { field: 'scope', width: 120, narrow: 'detail' },
    { field: 'endDateTime', width: 170 },
    { field: 'userId', width: 140 },
    { field: 'errorMessage', width: 400, hidden: true },
    { field: 'jobQueueCategoryCode', hidden: true },
    { field: 'objectIdToRun', hidden: true },
    { field: 'worker', hidden: true },
    { field: 'jobQueueEntryId', hidden: true, width: 300 },
  ],
  views: [
    { caption: 'viewFailed', filters: { result: 'Error' } },
    { caption: 'viewPartial', filters: { result: 'Partial Success' } },
    { caption: 'viewCancelled', filters: { result: 'Cancelled' } },
    { caption: 'viewInProcess', filters: { result: 'In Process' } },
  ],
  useActions: useLogActions,
  empty: 'emptyLog',
  permission: 'JobQueue.Read',
})
