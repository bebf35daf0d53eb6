import type { TFunction } from 'i18next'
import { taskCaption } from '@/i18n/captions'

type Runs = { readonly objectIdToRun?: number; readonly objectCaptionToRun?: string }

/** What the task of a job queue entry, or of one of its runs, is called. */
export const taskOf = ({ objectIdToRun = 0, objectCaptionToRun = '' }: Runs, t: TFunction) =>
  taskCaption(t, objectIdToRun, objectCaptionToRun)
