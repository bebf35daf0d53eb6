import type { Area } from '../messages'

export const navigation: Area<'navigation'> = {
  start: 'Start',
  shopify: 'Shopify',
  sales: 'Salg',
  jobs: 'Jobbkø',
  administration: 'Administrasjon',
  finance: 'Økonomi',
  stock: 'Lager',
  setup: 'Oppsett',
}
