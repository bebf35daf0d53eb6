import { describe, expect, it } from 'vitest'
import { questionOf, totalOf, type AvailabilityLine } from './availability'

const line = (inventory: number, reserved = 0): AvailabilityLine => ({
  itemNumber: 'SHIRT',
  displayName: 'Shirt',
  variantCode: '',
  locationCode: 'MAIN',
  baseUnitOfMeasureCode: 'PCS',
  inventory,
  reserved,
  free: inventory - reserved,
  grossRequirement: 0,
  scheduledReceipt: 0,
  projectedAvailableBalance: inventory,
  availableToPromise: inventory - reserved,
})

describe('what is asked of availability', () => {
  it('leaves out what is blank', () => {
    expect(questionOf({ itemNumber: 'S*', variantCode: ' ', date: '' })).toBe('itemNumber=S*')
    expect(questionOf({})).toBe('')
  })

  it('keeps what asks for blank', () => {
    expect(questionOf({ variantCode: "''" })).toBe('variantCode=%27%27')
  })
})

describe('the figures together', () => {
  it('are those of all lines, to the last decimal', () => {
    const total = totalOf([line(0.1, 0.05), line(0.2)])
    expect([total.inventory, total.reserved, total.projectedAvailableBalance]).toEqual([0.3, 0.05, 0.3])
  })

  it('are nothing where there is nothing', () => {
    expect(totalOf([]).availableToPromise).toBe(0)
  })
})
