import type { Tone } from '@/components/status/tone'

const states: Record<string, Tone> = { Waiting: 'busy', Done: 'good', Failed: 'bad' }

/** What became of a webhook. */
export const webhookTone = (state: string | undefined): Tone => states[state ?? ''] ?? 'neutral'
