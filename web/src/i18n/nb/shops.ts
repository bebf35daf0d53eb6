import type { Area } from '../messages'

export const shops: Area<'shops'> = {
  newTitle: 'Ny Shopify-butikk',
  connect: 'Koble til',
  domainHint: 'Som min-butikk.myshopify.com',
  token: 'Tilgangstoken',
  tokenHint: 'Det oppbevares forseglet og vises aldri.',
  adminUrlHint: 'Bare hvis den ikke er på butikkens egen adresse.',
  enable: 'Aktiver',
  enableTitle: 'Aktivere butikken?',
  enableText: 'Kobling utveksler da data med Shopify.',
  disable: 'Deaktiver',
  disableTitle: 'Deaktivere butikken?',
  disableText: 'Ingenting synkroniseres før den aktiveres igjen.',
  tested: '{{name}} ({{domain}}) svarer.',
  test: 'Test tilkobling',
  reconnect: 'Endre tilgangstoken',
  sync: 'Synkroniser',
  withOptions: '{{name}} med valg …',
  backgroundHint: 'På: jobbkøen kjører dem. Av: du venter på dem.',
  outgoingHint: 'Av: ingenting sendes til Shopify.',
  numbers: 'I tall',
}
