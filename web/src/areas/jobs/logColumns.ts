import { defineColumns } from '@/components/list/definition'
import { runTone } from './tones'

/** The runs of an entry, as its card shows them. */
export const logColumns = defineColumns('jobQueueLogEntries', [
  { field: 'startDateTime', width: 170, narrow: 'title' },
  { field: 'result', width: 170, narrow: 'end', tone: ({ result }) => runTone(result) },
  { field: 'endDateTime', width: 170 },
  { field: 'errorMessage', width: 300, narrow: 'detail' },
])
