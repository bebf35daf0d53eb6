import { describe, expect, it } from 'vitest'
import { isQueued, stageOf } from './documentKinds'

describe('a document of sale', () => {
  it('that is open is a draft as an order, and posted as an invoice', () => {
    expect(stageOf('salesOrders', { status: 'Open' })).toBe('draft')
    expect(stageOf('salesReturnOrders', { status: 'Open' })).toBe('draft')
    expect(stageOf('salesInvoices', { status: 'Open' })).toBe('posted')
    expect(stageOf('salesCreditMemos', { status: 'Draft' })).toBe('draft')
  })

  it('is released until it is posted', () => {
    expect(stageOf('salesInvoices', { status: 'Released' })).toBe('released')
    expect(stageOf('salesInvoices', { status: 'Paid' })).toBe('posted')
    expect(stageOf('salesShipments', { status: '' })).toBe('posted')
  })

  it('belongs to the job queue while that is to post it, and not when it could not', () => {
    expect(isQueued({ jobQueueStatus: 'Scheduled for Posting' })).toBe(true)
    expect(isQueued({ jobQueueStatus: 'Posting' })).toBe(true)
    expect(isQueued({ jobQueueStatus: 'Error' })).toBe(false)
    expect(isQueued({ jobQueueStatus: '' })).toBe(false)
  })
})
