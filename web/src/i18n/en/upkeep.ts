/** English texts: the upkeep of lists. */
export const upkeep = {
  import: 'Import',
  file: 'File',
  fileHint:
    'CSV in UTF-8: the names of the fields in the API, or their English captions, first, then a row for each record.',
  take: 'Import all rows',
  ready_one: 'One record would be made.',
  ready_other: '{{count}} records would be made.',
  imported_one: 'One record was made.',
  imported_other: '{{count}} records were made.',
  problems_one: 'Nothing can be imported: there is one problem.',
  problems_other: 'Nothing can be imported: there are {{count}} problems.',
  row: 'Row',
  field: 'Field',
  problem: 'Problem',
  deleteTitle_one: 'Delete the record?',
  deleteTitle_other: 'Delete {{count}} records?',
  deleteText: 'A record that others name stays.',
  ofSales: 'Sales',
  ofFinance: 'Finance',
  ofStock: 'Items and stock',
  ofShopify: 'Shopify',
} as const
