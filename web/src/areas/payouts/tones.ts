import type { Tone } from '@/components/status/tone'

/** How good it is that a payout stands so. */
export function payoutTone(status: string): Tone {
  switch (status) {
    case 'Paid':
      return 'good'
    case 'Failed':
    case 'Canceled':
      return 'bad'
    default:
      return 'neutral'
  }
}

/** How far a payout is in the ledger. */
export function journalTone(status: string): Tone {
  switch (status) {
    case 'Posted':
      return 'good'
    case 'In Journal':
      return 'warning'
    default:
      return 'neutral'
  }
}
