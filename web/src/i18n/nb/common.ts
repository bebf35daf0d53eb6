import type { Area } from '../messages'

export const common: Area<'common'> = {
  actions: 'Handlinger',
  notices: 'Varslinger',
  more: 'Mer',
  moreActions: 'Flere handlinger',
  close: 'Lukk',
  cancel: 'Avbryt',
  save: 'Lagre',
  create: 'Opprett',
  new: 'Ny',
  edit: 'Rediger',
  delete: 'Slett',
  copy: 'Kopier',
  copied: 'Kopiert',
  yes: 'Ja',
  no: 'Nei',
  show: 'Vis',
  showMore: 'Vis mer',
  showLess: 'Vis mindre',
  loading: 'Laster …',
  tryAgain: 'Prøv på nytt',
}
