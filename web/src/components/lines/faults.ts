import { ApiError } from '@/api/client'

/** What the server said against a line: as a whole, and against its fields. */
export type Faults = { readonly whole: string; readonly fields: Readonly<Record<string, string>> }

/** Reads a refusal; nothing for what is no refusal. */
export function faultsOf(error: unknown): Faults | undefined {
  if (!(error instanceof ApiError) || error.status === 0) return undefined
  const fields: Record<string, string> = {}
  for (const { target, message } of error.details) if (target) fields[target] ??= message
  if (error.target && !Object.keys(fields).length) fields[error.target] = error.message
  return { whole: error.message, fields }
}
