import type { Tone } from '@/components/status/tone'

const tones: Readonly<Record<string, Tone>> = {
  Active: 'good',
  Draft: 'warning',
  Unlisted: 'neutral',
  Archived: 'neutral',
}

/** How the status of a product looks. */
export const productTone = (status: string | undefined): Tone => tones[status ?? ''] ?? 'neutral'

const pictureTones: Readonly<Record<string, Tone>> = {
  Shown: 'good',
  Failed: 'bad',
}

/** How the state of a picture looks. */
export const pictureTone = (state: string | undefined): Tone => pictureTones[state ?? ''] ?? 'neutral'

/** How sure a proposed mapping looks. */
export function scoreTone(score: number | undefined): Tone {
  if (!score) return 'neutral'
  return score >= 90 ? 'good' : 'warning'
}
