import { ApiError } from '@/api/client'
import { sentence } from '@/components/error/explain'

/** What the server said against a line: as a whole, and against its fields. */
export type Faults = { readonly whole: string; readonly fields: Readonly<Record<string, string>> }

/** Reads a refusal; nothing for what is no refusal. */
export function faultsOf(error: unknown): Faults | undefined {
  if (!(error instanceof ApiError) || error.status === 0) return undefined
  const fields: Record<string, string> = {}
  for (const { target, message } of error.details) if (target) fields[target] ??= sentence(message)
  if (error.target && !Object.keys(fields).length) fields[error.target] = sentence(error.message)
  return { whole: sentence(error.message), fields }
}
