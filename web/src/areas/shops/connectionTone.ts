import type { Tone } from '@/components/status/tone'

const tones: Readonly<Record<string, Tone>> = {
  Connected: 'good',
  'Not Connected': 'bad',
  'Other Installation': 'warning',
}

/** What the state of a connection means to the person who looks. */
export const connectionTone = (connection: string | undefined): Tone => tones[connection ?? ''] ?? 'neutral'
