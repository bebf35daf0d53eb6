import type { Tone } from '@/components/status/tone'

/** How a document of sale stands: what is paid is done; what waits for money waits. */
export function documentTone(status: string | undefined): Tone {
  if (status === 'Paid' || status === 'Released') return 'good'
  return status === 'Open' ? 'warning' : 'neutral'
}
