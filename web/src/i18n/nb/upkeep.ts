import type { Area } from '../messages'

export const upkeep: Area<'upkeep'> = {
  import: 'Importer',
  file: 'Fil',
  fileHint: 'CSV i UTF-8: først feltenes navn i API-et eller deres engelske ledetekster, så en rad for hver post.',
  take: 'Importer alle radene',
  ready_one: 'Én post ville bli opprettet.',
  ready_other: '{{count}} poster ville bli opprettet.',
  imported_one: 'Én post ble opprettet.',
  imported_other: '{{count}} poster ble opprettet.',
  problems_one: 'Ingenting kan importeres: det er ett problem.',
  problems_other: 'Ingenting kan importeres: det er {{count}} problemer.',
  row: 'Rad',
  field: 'Felt',
  problem: 'Problem',
  deleteTitle_one: 'Slette posten?',
  deleteTitle_other: 'Slette {{count}} poster?',
  deleteText: 'En post som andre viser til, blir stående.',
  ofSales: 'Salg',
  ofFinance: 'Økonomi',
  ofStock: 'Varer og lager',
  ofShopify: 'Shopify',
}
