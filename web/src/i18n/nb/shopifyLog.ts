import type { Area } from '../messages'

export const shopifyLog: Area<'shopifyLog'> = {
  forSupport: 'For support',
  review: 'Merk som sett på',
  reviewAll: 'Merk alle som sett på',
  reviewed_one: '{{count}} feil merket som sett på.',
  reviewed_other: '{{count}} feil merket som sett på.',
  request: 'Forespørsel',
  response: 'Svar',
  downloadRequest: 'Last ned forespørsel',
  downloadResponse: 'Last ned svar',
  report: 'Rapport til Shopify-support',
  copyReport: 'Kopier rapport',
  deleteOlderText: 'Loggposter for kall som er eldre enn 7 dager, slettes.',
  deleteAllText: 'Alle loggposter for kall til Shopify slettes.',
}
