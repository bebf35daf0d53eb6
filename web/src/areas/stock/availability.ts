import { queryOptions } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { components } from '@/api/schema'
import { sumOf } from '@/areas/ledgers/sumOf'

/** What is available of items, by variant and location. */
export type Availability = components['schemas']['ItemAvailability']
/** One variant of an item at one location. */
export type AvailabilityLine = components['schemas']['AvailabilityLine']

/** Of what is asked: filter expressions, and a day. */
export type Asked = {
  readonly itemNumber?: string
  readonly variantCode?: string
  readonly locationCode?: string
  readonly date?: string
}

/** The question to the API: what is blank is not asked for. */
export function questionOf(asked: Asked): string {
  const parts = Object.entries(asked).filter((part): part is [string, string] => Boolean(part[1]?.trim()))
  return new URLSearchParams(parts).toString()
}

/** What is available of that. */
export const availabilityQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['items', 'availability', questionOf(asked)],
    queryFn: ({ signal }) => get<Availability>(`/itemAvailability?${questionOf(asked)}`, signal),
  })

/** The figures, as one reads them from left to right. */
export const FIGURES = [
  'inventory',
  'reserved',
  'free',
  'grossRequirement',
  'scheduledReceipt',
  'projectedAvailableBalance',
  'availableToPromise',
] as const

/** The figures of all lines together. */
export function totalOf(lines: readonly AvailabilityLine[]): Readonly<Record<(typeof FIGURES)[number], number>> {
  const sum = (name: (typeof FIGURES)[number]) => sumOf(lines.map((line) => line[name]))
  return Object.fromEntries(FIGURES.map((name) => [name, sum(name)])) as ReturnType<typeof totalOf>
}
