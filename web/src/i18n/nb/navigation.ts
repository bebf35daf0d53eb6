import type { Area } from '../messages'

export const navigation: Area<'navigation'> = {
  start: 'Start',
  shopify: 'Shopify',
  sales: 'Salg',
  jobs: 'Jobbkø',
  administration: 'Administrasjon',
}
