import { describe, expect, it } from 'vitest'
import { withValue } from './filterExamples'

describe('choosing a value', () => {
  it('begins a filter, and adds to one', () => {
    expect(withValue('', 'Paid')).toBe('Paid')
    expect(withValue('Paid', 'Partially Paid')).toBe('Paid|Partially Paid')
  })

  it('that is chosen already changes nothing', () => {
    expect(withValue('Paid|Voided', 'Paid')).toBe('Paid|Voided')
  })

  it('quotes what has a meaning in filters', () => {
    expect(withValue('', '')).toBe("''")
    expect(withValue('', 'By EMail & Phone')).toBe("'By EMail & Phone'")
    expect(withValue('', "Kari's")).toBe("'Kari''s'")
  })
})
