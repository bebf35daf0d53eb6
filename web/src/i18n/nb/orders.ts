import type { Area } from '../messages'

export const orders: Area<'orders'> = {
  createDocuments: 'Opprett salgsdokumenter',
  unprocessed: 'Ubehandlet',
  amounts: 'Beløp',
  documents: 'Dokumenter',
  origin: 'Opprinnelse',
  notProcessed: 'Ordren kunne ikke behandles.',
  importSelected: 'Importer valgte ordrer',
  retry: 'Prøv på nytt',
  retryOf: 'Nytt forsøk på {{name}}',
}
