import type { Row } from '@/api/fields'

/** A part of a payout: its name, and what it adds or takes away. */
export type Part = { readonly key: PartKey; readonly amount: number }

export type PartKey =
  | 'sales'
  | 'refunds'
  | 'fees'
  | 'adjustments'
  | 'reserves'
  | 'disputes'
  | 'advances'
  | 'transfers'
  | 'other'
  | 'unexplained'

/** The parts of a payout that are anything; together they come to its amount. */
export function splitOf(payout: Partial<Row<'shopifyPayouts'>>): readonly Part[] {
  const all: readonly (readonly [PartKey, number | undefined])[] = [
    ['sales', payout.salesAmount],
    ['refunds', payout.refundsAmount],
    ['fees', payout.feesAmount],
    ['adjustments', payout.adjustmentsAmount],
    ['reserves', payout.reservesAmount],
    ['disputes', payout.disputesAmount],
    ['advances', payout.advancesAmount],
    ['transfers', payout.transfersAmount],
    ['other', payout.otherAmount],
    ['unexplained', payout.unexplainedAmount],
  ]
  return all.flatMap(([key, amount]) => (amount ? [{ key, amount }] : []))
}

/** A bar of a waterfall, from where the one before it ended, in parts of the whole width. */
export type Bar<K extends string = string> = {
  readonly key: K
  readonly amount: number
  readonly from: number
  readonly width: number
  /** Where it ends: the next begins there. */
  readonly to: number
}

/** The bars of amounts that are added up one after the other, and of what they come to. */
export function waterfall<K extends string>(
  parts: readonly { readonly key: K; readonly amount: number }[],
  total: { readonly key: K; readonly amount: number },
): { readonly bars: readonly Bar<K>[]; readonly zero: number } {
  const ends: number[] = [0]
  for (const { amount } of parts) ends.push((ends.at(-1) ?? 0) + amount)
  const least = Math.min(0, ...ends, total.amount)
  const most = Math.max(0, ...ends, total.amount)
  const span = most - least || 1
  const place = (value: number) => (value - least) / span
  const bar = (key: K, amount: number, begin: number): Bar<K> => {
    const [low, high] = [Math.min(begin, begin + amount), Math.max(begin, begin + amount)]
    return { key, amount, from: place(low), width: (high - low) / span, to: place(begin + amount) }
  }
  const bars = parts.map(({ key, amount }, index) => bar(key, amount, ends[index] ?? 0))
  return { bars: [...bars, bar(total.key, total.amount, 0)], zero: place(0) }
}
