import { describe, expect, it } from 'vitest'
import { splitOf, waterfall } from './splitOf'

describe('the split of a payout', () => {
  it('has the parts that are anything', () => {
    expect(splitOf({ salesAmount: 100, feesAmount: -3.2, refundsAmount: 0 })).toEqual([
      { key: 'sales', amount: 100 },
      { key: 'fees', amount: -3.2 },
    ])
  })

  it('is drawn so that each part begins where the one before it ends, and all end where the total does', () => {
    const parts = [
      { key: 'sales', amount: 100 },
      { key: 'refunds', amount: -40 },
      { key: 'fees', amount: -10 },
    ]
    const { bars, zero } = waterfall(parts, { key: 'total', amount: 50 })
    expect(zero).toBe(0)
    expect(bars.map(({ from, width }) => [from, width])).toEqual([
      [0, 1],
      [0.6, 0.4],
      [0.5, 0.1],
      [0, 0.5],
    ])
    expect(bars[2]?.to).toBe(bars[3]?.to)
  })

  it('has its zero inside when more is paid back than sold', () => {
    const { bars, zero } = waterfall([{ key: 'refunds', amount: -30 }], { key: 'total', amount: -30 })
    expect(zero).toBe(1)
    expect(bars[0]).toMatchObject({ from: 0, width: 1, to: 0 })
  })
})
