import type { Area } from '../messages'

export const tasks: Area<'tasks'> = {
  t88: 'Bokfør salg via jobbkø',
  t296: 'Massebokfør salgsordrer',
  t297: 'Massebokfør salgsfakturaer',
  t298: 'Massebokfør salgskreditnotaer',
  t30100: 'Synkroniser kunder',
  t30102: 'Synkroniser lager til Shopify',
  t30103: 'Opprett salgsordrer',
  t30104: 'Synkroniser ordrer fra Shopify',
  t30105: 'Synkroniser utbetalinger',
  t30106: 'Legg til vare i Shopify',
  t30107: 'Synkroniser bilder',
  t30108: 'Synkroniser produkter',
  t30109: 'Synkroniser forsendelser til Shopify',
  t30114: 'Synkroniser selskaper',
  t30115: 'Synkroniser kataloger',
  t30116: 'Synkroniser katalogpriser',
  t30120: 'Synkroniser tvister',
  t30160: 'Annuller ordrer',
  t30161: 'Importer ordrer på nytt',
  t30409: 'Merk ordrer som betalt',
}
