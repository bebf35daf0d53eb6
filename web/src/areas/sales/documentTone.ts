import type { Tone } from '@/components/status/tone'
import { documentKinds, type DocumentKind } from './documentKinds'

/** How a document of sale stands: what is paid, or takes back, is done; what waits for money waits. */
export function documentTone(kind: DocumentKind, status: string | undefined): Tone {
  if (status === 'Paid' || status === 'Released' || status === 'Corrective') return 'good'
  return status === 'Open' && documentKinds[kind].draft !== 'Open' ? 'warning' : 'neutral'
}
