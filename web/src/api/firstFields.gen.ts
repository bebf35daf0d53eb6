// Written by `npm run schema` from openapi.json.
import type { FieldTable } from './fields'

export const firstFields = {
 "jobQueueLogEntries": {
  "description": "text|f",
  "endDateTime": "dateTime|f",
  "errorCallStack": "text|",
  "errorMessage": "text|f",
  "id": "id|f",
  "jobQueueCategoryCode": "text|f",
  "jobQueueEntryId": "id|f",
  "latestRun": "boolean|f",
  "objectCaptionToRun": "text|f",
  "objectIdToRun": "integer|f",
  "parameterString": "text|",
  "progressDone": "integer|",
  "progressText": "text|",
  "progressTotal": "integer|",
  "result": "option|f|In Process|Success|Partial Success|Error|Cancelled|Given Back",
  "scope": "text|f",
  "startDateTime": "dateTime|sf",
  "status": "option|f|In Process|Success|Partial Success|Error|Cancelled|Given Back",
  "summary": "text|",
  "userId": "text|f",
  "worker": "text|f"
 }
} as const satisfies FieldTable
