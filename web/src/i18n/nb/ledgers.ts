import type { Area } from '../messages'

export const ledgers: Area<'ledgers'> = {
  findEntries: 'Søk etter poster …',
  findEntriesHint: 'Angi nummeret på et dokument for å se alt som har kommet av det.',
  find: 'Søk',
  list: 'Tabell',
  entries: 'Antall poster',
  nothingFound: 'Fant ingenting med nummeret {{documentNumber}}. La datoen stå tom for alle dager.',
  print: 'Skriv ut …',
  from: 'Fra',
  to: 'Til',
  lastQuarter: 'Forrige kvartal',
  lastMonth: 'Forrige måned',
  thisYear: 'I år',
  total: 'Sum',
  noVat: 'Ingenting med MVA er bokført i denne perioden.',
  noCountry: '(uten land)',
  vatStatementNote: 'Etter landet det ble sendt til, i {{currency}}. Kreditnotaer er trukket fra.',
}
