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
  handle: 'Behandle',
  handleTitle: 'Behandle dataforespørslene?',
  handleText:
    'Personopplysninger som skal fjernes, fjernes fra alle poster som ikke noe bokført bilag trenger. En forespørsel om innsyn merkes som besvart: send først kunden det som står under Lagrede opplysninger.',
}
