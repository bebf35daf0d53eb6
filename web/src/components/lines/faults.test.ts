import { describe, expect, it } from 'vitest'
import { ApiError } from '@/api/client'
import { faultsOf } from './faults'

const refusal = (target?: string, details: ApiError['details'] = []) =>
  new ApiError(400, 'x', 'there is no item HAT', 'POST /api/v1/salesOrderLines', target, undefined, details)

describe('what is wrong with a line', () => {
  it('stands at the fields that the server names', () => {
    const details = [
      { message: 'there is no location MOON', target: 'locationCode', line: 10000 },
      { message: 'there is no item variant RED', target: 'variantCode', line: 10000 },
    ]
    expect(faultsOf(refusal('locationCode', details))?.fields).toEqual({
      locationCode: 'There is no location MOON.',
      variantCode: 'There is no item variant RED.',
    })
    expect(faultsOf(refusal('quantity'))?.fields).toEqual({ quantity: 'There is no item HAT.' })
  })

  it('stands at the line where no field is named', () => {
    expect(faultsOf(refusal())).toEqual({ whole: 'There is no item HAT.', fields: {} })
  })

  it('is nothing of the line when the server was not reached', () => {
    expect(faultsOf(new ApiError(0, 'Unreachable', '', 'x'))).toBeUndefined()
    expect(faultsOf(new TypeError('x'))).toBeUndefined()
  })
})
