import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { ApiError } from '@/api/client'
import { explain, filterFault, partsOf } from './explain'

const t = ((key: string) => key) as unknown as TFunction
const refusal = (status: number, message: string) => new ApiError(status, 'x', message, 'GET /api/v1/items')

describe('an error', () => {
  it('is said as cause and remedy', () => {
    expect(explain(t, refusal(400, 'the shop is not enabled yet: enable it on its card'))).toEqual({
      cause: 'The shop is not enabled yet.',
      remedy: 'Enable it on its card.',
    })
  })

  it('keeps a sentence whole that has no remedy', () => {
    expect(explain(t, refusal(400, 'No: 12 is taken'))).toEqual({ cause: 'No: 12 is taken.' })
  })

  it('of a server that is not reached says what to look at', () => {
    expect(explain(t, refusal(0, ''))).toEqual({ cause: 'errors.unreachable', remedy: 'errors.unreachableRemedy' })
  })

  it('against a filter stands beside it, and does not name it again', () => {
    const said = "the filter on OrdersToImport.fullyPaid can't be read: at character 5 a value was expected"
    expect(filterFault(said)).toBe('At character 5 a value was expected.')
  })

  it('of our own making does not show its technical text', () => {
    expect(explain(t, new TypeError('x is undefined')).cause).toBe('errors.unexpected')
  })

  it('with several causes names each, with its line', () => {
    const details = [
      { message: 'there is no item HAT', target: 'lineObjectNumber', line: 10000 },
      { message: 'there is no currency XYZ', target: 'currencyCode' },
    ]
    const several = new ApiError(400, 'x', 'all', 'POST /api/v1/salesOrders', undefined, undefined, details)
    expect(partsOf(t, several)).toEqual(['errors.line: There is no item HAT.', 'There is no currency XYZ.'])
    expect(partsOf(t, refusal(400, 'one'))).toEqual([])
  })
})
