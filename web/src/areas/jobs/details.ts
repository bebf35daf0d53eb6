import type { Row } from '@/api/fields'
import { detailsText, ownZone } from '@/components/copy/detailsText'

/** What support needs to know about a run. */
export const runDetails = (run: Row<'jobQueueLogEntries'>) =>
  detailsText({
    'Job queue entry': run.jobQueueEntryId,
    'Log entry': run.id,
    Task: `${run.objectIdToRun} ${run.objectCaptionToRun}`,
    Scope: run.scope,
    Result: run.result,
    Start: run.startDateTime,
    End: run.endDateTime,
    'Time zone': ownZone(),
    Worker: run.worker,
    Error: run.errorMessage,
    More: run.errorCallStack,
  })

/** What support needs to know about an entry. */
export const entryDetails = (entry: Row<'jobQueueEntries'>) =>
  detailsText({
    'Job queue entry': entry.id,
    Task: `${entry.objectIdToRun} ${entry.objectCaptionToRun}`,
    Scope: entry.scope,
    Category: entry.jobQueueCategoryCode,
    User: entry.userId,
    Status: entry.status,
    'Earliest start': entry.earliestStartDateTime,
    'Failing since': entry.failedSince,
    Attempts: `${entry.numberOfAttemptsToRun} of ${entry.maxNumberAttemptsToRun}`,
    Record: entry.recordIdToProcess,
    'Last changed': entry.lastModifiedDateTime,
    Now: new Date().toISOString(),
    'Time zone': ownZone(),
    Error: entry.errorMessage,
  })
