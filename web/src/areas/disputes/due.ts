import type { Row } from '@/api/fields'
import type { Tone } from '@/components/status/tone'

type Dispute = Pick<Row<'shopifyDisputes'>, 'status' | 'evidenceDueBy' | 'decided'>

const DAY = 24 * 60 * 60 * 1000

/** How many days before evidence is due it is time to see to it. */
const SOON = 7

/** How much of a hurry there is: evidence is wanted, is wanted soon, or was wanted. */
export function dueTone({ status, evidenceDueBy }: Dispute, now: number): Tone {
  if (status !== 'Needs Response' || !evidenceDueBy) return 'neutral'
  const left = Date.parse(evidenceDueBy) - now
  if (left < 0) return 'bad'
  return left < SOON * DAY ? 'warning' : 'neutral'
}

const tones: Record<string, Tone> = {
  'Needs Response': 'warning',
  'Under Review': 'busy',
  Won: 'good',
  Prevented: 'good',
  Lost: 'bad',
  Accepted: 'bad',
}

/** How a dispute stands. */
export const disputeTone = (status: string | undefined): Tone => tones[status ?? ''] ?? 'neutral'
