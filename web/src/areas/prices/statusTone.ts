import type { Tone } from '@/components/status/tone'

/** Whether a price list holds, at a glance. */
export const statusTone = ({ status }: { readonly status?: string | undefined }): Tone =>
  status === 'Active' ? 'good' : 'neutral'
