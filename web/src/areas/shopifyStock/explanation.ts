import { queryOptions } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { components } from '@/api/schema'

/** What a number of stock is made of. */
export type Explanation = components['schemas']['StockExplanationBody']

/** What the number of a variant at a location is made of, as of now. */
export const explanationQuery = (id: string) =>
  queryOptions({
    queryKey: ['shopifyInventory', id, 'explanation'],
    queryFn: ({ signal }) => get<Explanation>(`/shopifyInventory/${id}/explanation`, signal),
  })

/** The documents of a part, those that count first. */
export const entriesOf = ({ entries }: Explanation, part: string): Explanation['entries'] => {
  const ofPart = entries.filter((entry) => entry.part === part)
  return [...ofPart.filter(({ counts }) => counts), ...ofPart.filter(({ counts }) => !counts)]
}
