import { wordsOf } from '@/i18n/words'

const en = {
  map: 'Map to Customer',
  unlink: 'Unlink Customer',
  mapCompany: 'Which customer is {{name}}?',
  mapHint: 'Orders of the company that wait for its customer are taken up by the next run.',
  readAgain: 'Read from Shopify',
  here: 'Here',
  noCustomer: 'The company is no customer yet.',
  noCustomerHint:
    'Map it to one; or let the next run find or create it, as the mapping of companies on the shop card says.',
  notMade: 'Something stands against the company.',
  deleted: 'Shopify does not have this company any more.',
}

const nb: typeof en = {
  map: 'Tilordne kunde',
  unlink: 'Fjern tilordning til kunde',
  mapCompany: 'Hvilken kunde er {{name}}?',
  mapHint: 'Selskapets ordrer som venter på kunden, tas opp ved neste kjøring.',
  readAgain: 'Les fra Shopify',
  here: 'Her',
  noCustomer: 'Selskapet er ingen kunde ennå.',
  noCustomerHint:
    'Tilordne det til en, eller la neste kjøring finne eller opprette kunden, slik selskapstilordningen på butikkortet sier.',
  notMade: 'Noe er i veien med selskapet.',
  deleted: 'Shopify har ikke dette selskapet lenger.',
}

/** The texts of companies. */
export const useWords = wordsOf(en, nb)
