import { wordsOf } from '@/i18n/words'

const en = {
  map: 'Map to Customer',
  mapCustomer: 'Which customer is {{name}}?',
  mapHint: 'Orders that wait for it are taken up by the next run.',
  unlink: 'Unlink',
  unlinkTitle: 'Unlink {{name}} from customer {{number}}?',
  unlinkText: 'Both stay. The next run looks for a customer by e-mail and phone again.',
  readAgain: 'Read from Shopify',
  orders: 'Shopify Orders',
  addresses: 'Addresses',
  here: 'Here',
  noCustomer: 'Nobody here is this customer yet.',
  noCustomerHint: 'Map it to one, or let unknown customers be created on the shop card.',
  problem: 'Something stands against this customer.',
}

const nb: typeof en = {
  map: 'Tilordne kunde',
  mapCustomer: 'Hvilken kunde er {{name}}?',
  mapHint: 'Ordrer som venter på den, tas opp ved neste kjøring.',
  unlink: 'Fjern kobling',
  unlinkTitle: 'Fjerne koblingen mellom {{name}} og kunde {{number}}?',
  unlinkText: 'Begge blir stående. Neste kjøring leter etter en kunde på e-post og telefon igjen.',
  readAgain: 'Les fra Shopify',
  orders: 'Shopify-ordrer',
  addresses: 'Adresser',
  here: 'Her',
  noCustomer: 'Ingen her er denne kunden ennå.',
  noCustomerHint: 'Tilordne den til en kunde, eller la ukjente kunder bli opprettet på butikkortet.',
  problem: 'Noe står i veien for denne kunden.',
}

/** The texts of customers in Shopify. */
export const useWords = wordsOf(en, nb)
