import { describe, expect, it } from 'vitest'
import { formatIn } from './format'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const en = formatIn('en')
const nb = formatIn('nb')

describe('format', () => {
  it('writes amounts with two decimals and the currency behind them', () => {
    expect(plain(en.amount(1234.5, 'NOK'))).toBe('1,234.50 NOK')
    expect(plain(nb.amount(1234.5, 'NOK'))).toBe('1 234,50 NOK')
    expect([en.amount(-0), nb.amount(-0)]).toEqual(['0.00', '0,00'])
  })

  it('writes quantities without needless decimals', () => {
    expect(en.number(2)).toBe('2')
    expect(nb.number(0.25)).toBe('0,25')
  })

  it('keeps the day of a date whatever zone the browser is in', () => {
    expect(en.date('2026-11-25')).toBe('25/11/2026')
    expect(nb.date('2026-11-25')).toBe('25.11.2026')
  })

  it('says durations in the units that a person would', () => {
    expect(en.duration(400)).toBe('0.4 s')
    expect(nb.duration(61_000)).toBe('1 min 1 s')
    expect(en.duration(3_720_000)).toBe('1 h 2 min')
  })

  it('says how long ago something was', () => {
    const now = Date.parse('2026-11-24T12:00:00Z')
    expect(en.relative('2026-11-24T11:55:00Z', now)).toBe('5 minutes ago')
    expect(nb.relative('2026-11-24T11:00:00Z', now)).toBe('for 1 time siden')
  })
})
