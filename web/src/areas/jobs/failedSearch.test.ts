import { expect, it } from 'vitest'
import { failedSearch } from './failedSearch'

it('leads who sees only their own failed jobs to just those', () => {
  expect(failedSearch('Own')).toEqual({ 'filter.status': 'Error', 'filter.userId': '%me' })
  expect(failedSearch('All')).toEqual({ 'filter.status': 'Error' })
})
