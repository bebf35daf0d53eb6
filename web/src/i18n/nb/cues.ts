import type { Area } from '../messages'

export const cues: Area<'cues'> = {
  hello: 'Hei, {{name}}',
  shopifyActivities: 'Shopify-aktiviteter',
  jobQueue: 'Jobbkø',
  latestRuns: 'Siste kjøringer',
  meaning_favorable: 'gunstig',
  meaning_ambiguous: 'bør sees på',
  meaning_unfavorable: 'ugunstig',
  meaning_subordinate: 'til informasjon',
  unprocessedOrders: 'Ubehandlede ordrer',
  unprocessedOrderUpdates: 'Ubehandlede ordreoppdateringer',
  ordersWithDifference: 'Ordrer med differanse',
  unmappedProducts: 'Ikke-tilordnede produkter',
  synchronizationErrors: 'Synkroniseringsfeil',
  skippedRecords: 'Oversprungne poster',
  tasksInQueue: 'I kø',
  tasksInProcess: 'Under behandling',
  tasksOnHold: 'På vent',
  tasksFailed: 'Mislykkede',
  apiErrors: 'API-feil',
}
