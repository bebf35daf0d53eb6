/** English texts: ledgers. */
export const ledgers = {
  findEntries: 'Find Entries …',
  findEntriesHint: 'Enter the number of a document to see everything that came of it.',
  find: 'Find',
  list: 'Table',
  entries: 'No. of Entries',
  nothingFound: 'Nothing with the number {{documentNumber}} was found. Leave the date blank for any day.',
  print: 'Print …',
  from: 'From',
  to: 'To',
  lastQuarter: 'Last quarter',
  lastMonth: 'Last month',
  thisYear: 'This year',
  total: 'Total',
  noVat: 'Nothing with VAT was posted in this period.',
  noCountry: '(no country)',
  vatStatementNote: 'By the country to which was sent, in {{currency}}. Credit memos are subtracted.',
} as const
