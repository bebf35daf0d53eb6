import { describe, expect, it } from 'vitest'
import { readParameters } from './parameters'

describe('the parameters of an entry', () => {
  it('are its options and its filters', () => {
    const text = '{"version":1,"options":{"days":3},"filters":{"OrdersToImport.fullyPaid":"Yes"}}'
    expect(readParameters(text)).toEqual({ options: { days: 3 }, filters: { 'OrdersToImport.fullyPaid': 'Yes' } })
  })

  it('are empty where there is no text', () => {
    expect(readParameters('')).toEqual({ options: {}, filters: {} })
  })

  it('are unknown where the text is none of ours', () => {
    expect(readParameters('<ReportParameters>')).toBeUndefined()
  })
})
