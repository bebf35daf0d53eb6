import type { Area } from '../messages'

export const catalogs: Area<'catalogs'> = {
  deleted: 'Shopify har ikke lenger denne katalogen, eller den er ikke lenger for dette selskapet.',
  takeOver: 'Synkroniser priser med denne linjen',
  takeOverTitle: 'Synkronisere prisene med linjen for {{company}}?',
  takeOverText: 'Prisene i en katalog kommer fra én av linjene. Linjen de kommer fra nå, gir dem ikke lenger.',
}
