import type { SalesDocument } from './documentKinds'

/** The page of the job queue entry that is to post a document, or has tried to. */
export const entryOf = ({ jobQueueEntryId }: SalesDocument) =>
  jobQueueEntryId ? `/job-queue/${jobQueueEntryId}` : undefined
