import type { Failures } from '@/api/jobQueue'

/** The address of the list of the jobs that failed: everybody's, or one's own. */
export const failedSearch = (scope: Failures['scope']): Readonly<Record<string, string>> => ({
  'filter.status': 'Error',
  ...(scope === 'Own' ? { 'filter.userId': '%me' } : {}),
})
