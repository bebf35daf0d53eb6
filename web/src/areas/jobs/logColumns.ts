import { defineColumns } from '@/components/list/definition'
import { didText } from './didText'
import { taskOf } from './taskOf'
import { runTone } from './tones'

/** The runs of an entry, as its card shows them. */
export const logColumns = defineColumns('jobQueueLogEntries', [
  { field: 'startDateTime', width: 175, narrow: 'title' },
  { field: 'result', width: 150, narrow: 'end', tone: ({ result }) => runTone(result) },
  { field: 'endDateTime', width: 150 },
  { field: 'summary', caption: 'outcome', width: 300, narrow: 'detail', text: didText },
])

/** The latest runs of all entries, as the Role Center shows them. */
export const latestColumns = defineColumns('jobQueueLogEntries', [
  { field: 'startDateTime', width: 175, narrow: 'detail' },
  { field: 'objectCaptionToRun', caption: 'objectCaption', width: 250, narrow: 'title', text: taskOf },
  { field: 'scope', width: 110, narrow: 'detail' },
  { field: 'result', width: 150, narrow: 'end', tone: ({ result }) => runTone(result) },
  { field: 'summary', caption: 'outcome', width: 300, text: didText },
])
