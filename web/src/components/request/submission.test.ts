import { describe, expect, it } from 'vitest'
import { NOW } from './schedule'
import { submission, type Request } from './submission'

const request: Request = {
  object: { objectId: 30104, perShop: true },
  shop: { id: '7', code: 'DEMO' },
  options: {},
  filters: { 'OrdersToImport.fullyPaid': 'Yes', 'OrdersToImport.tags': ' ' },
  schedule: NOW,
  description: '',
  zone: 'Europe/Oslo',
}
const filters = { 'OrdersToImport.fullyPaid': 'Yes' }

describe('a request', () => {
  it('that is run now for a shop is a sync of that shop', () => {
    expect(submission(request)).toEqual({
      path: '/shopifyShops/7/Kobling.sync',
      body: { object: 30104, options: {}, filters },
    })
  })

  it('for every shop is an entry without a scope', () => {
    expect(submission({ ...request, shop: undefined })).toEqual({
      path: '/jobQueueEntries',
      body: { objectIdToRun: 30104, options: {}, filters, maxNumberAttemptsToRun: 3, timeZone: 'Europe/Oslo' },
    })
  })

  it('that recurs is an entry of the shop', () => {
    const schedule = { ...NOW, when: 'recurring' as const }
    const { path, body } = submission({ ...request, schedule, description: ' Paid orders ' })
    expect(path).toBe('/jobQueueEntries')
    expect(body).toMatchObject({
      scope: 'DEMO',
      description: 'Paid orders',
      runOnMonday: true,
      runOnSundays: false,
      numberOfMinutesBetweenRuns: 15,
    })
  })

  it('of an object without shops is an entry that is not tried again', () => {
    const { body } = submission({ ...request, object: { objectId: 296, perShop: false }, shop: undefined })
    expect(body).not.toHaveProperty('maxNumberAttemptsToRun')
    expect(body).not.toHaveProperty('scope')
  })
})
