import type { Area } from '../messages'

export const card: Area<'card'> = {
  discard: 'Forkast',
  field: 'Felt',
  theirs: 'Deres',
  mine: 'Ditt',
  changedElsewhere: 'Noen andre har endret dette',
  chooseWhose: 'Velg hvilke verdier som skal beholdes.',
  saveMine: 'Lagre mine',
  takeTheirs: 'Bruk deres',
  gone: 'Denne posten finnes ikke lenger. Slik var den da den sist ble sett.',
  overtaken: 'Noen andre har endret dette siden du begynte.',
  showChanges: 'Vis endringer',
  facts: 'Fakta',
  leaveTitle: 'Forlate uten å lagre?',
  leaveText: 'Endringene går tapt.',
  leave: 'Forlat',
}
