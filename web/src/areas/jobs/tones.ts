import type { Tone } from '@/components/status/tone'

const entry: Record<string, Tone> = {
  'In Process': 'busy',
  Error: 'bad',
  'On Hold': 'warning',
  'On Hold with Inactivity Timeout': 'warning',
  Finished: 'good',
}

const run: Record<string, Tone> = {
  Success: 'good',
  'Partial Success': 'warning',
  Error: 'bad',
  'In Process': 'busy',
}

/** What the status of a job queue entry means. */
export const entryTone = (status: string | undefined): Tone => entry[status ?? ''] ?? 'neutral'

/** What the result of a run means. */
export const runTone = (result: string | undefined): Tone => run[result ?? ''] ?? 'neutral'
