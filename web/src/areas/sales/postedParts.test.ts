import { expect, it } from 'vitest'
import { partOf } from './postedParts'

it('what is posted of an order is shipped, invoiced, or both', () => {
  expect(partOf('ship')).toEqual({ ship: true, invoice: false })
  expect(partOf('invoice')).toEqual({ ship: false, invoice: true })
  expect(partOf('shipAndInvoice')).toEqual({ ship: true, invoice: true })
})
