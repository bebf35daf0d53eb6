import type { Area } from '../messages'

export const tabs: Area<'tabs'> = {
  general: 'Generelt',
  connection: 'Tilkobling',
  orders: 'Ordresynkronisering',
  customers: 'Kundesynkronisering',
  items: 'Varesynkronisering',
  lines: 'Linjer',
  shipping: 'Levering',
  billing: 'Fakturering',
  invoicing: 'Fakturering',
  request: 'Forespørselsside for rapport',
  recurrence: 'Gjentakelse',
  log: 'Logg',
  item: 'Vare',
  prices: 'Priser',
  posting: 'Bokføring',
  address: 'Adresse og kontakt',
  calls: 'Kall til Shopify',
}
