import { queryOptions, useQuery } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { Row } from '@/api/fields'
import type { Page } from '@/api/record'

export type Budget = Row<'shopifyBudgets'>

/** So often it is looked again, while points run in: nobody tells of that. */
const AGAIN = 5_000

/** Whether a budget is another a moment later, though nobody calls. */
export const moves = ({ level = 0, maximum = 0, held = 0, waiting = 0 }: Budget) =>
  level < maximum || held > 0 || waiting > 0

const budgetsQuery = queryOptions({
  queryKey: ['shopifyBudgets', 'all'],
  queryFn: ({ signal }) =>
    get<Page<Budget>>('/shopifyBudgets?$orderby=store', signal).then(({ value }) => value as readonly Budget[]),
})

/** How the budgets of all stores stand. */
export const useBudgets = () =>
  useQuery({ ...budgetsQuery, refetchInterval: ({ state }) => (state.data?.some(moves) ? AGAIN : false) })
