import type { Area } from '../messages'

export const orders: Area<'orders'> = {
  createDocuments: 'Opprett salgsdokumenter',
  markAsPaid: 'Merk som betalt',
  wasDone: 'Det ble gjort',
  sendAgain: 'Det ble ikke gjort, send på nytt',
  unprocessed: 'Ubehandlet',
  amounts: 'Beløp',
  documents: 'Dokumenter',
  origin: 'Opprinnelse',
  notProcessed: 'Ordren kunne ikke behandles.',
  difference: 'Dokumentet avviker fra ordren i Shopify med',
  importSelected: 'Importer valgte ordrer',
  retry: 'Prøv på nytt',
  retryOf: 'Nytt forsøk på {{name}}',
  release: 'Frigi',
  reopen: 'Åpne på nytt',
}
