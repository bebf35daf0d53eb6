import type { Area } from '../messages'

export const tasks: Area<'tasks'> = {
  t30100: 'Synkroniser kunder',
  t30102: 'Synkroniser lager til Shopify',
  t30103: 'Opprett salgsordrer',
  t30104: 'Synkroniser ordrer fra Shopify',
  t30105: 'Synkroniser utbetalinger',
  t30108: 'Synkroniser produkter',
  t30109: 'Synkroniser forsendelser til Shopify',
}
