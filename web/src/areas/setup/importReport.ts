import type { components } from '@/api/schema'

/** What came of a file, in a trial or not. */
export type ImportReport = components['schemas']['ImportReport']
