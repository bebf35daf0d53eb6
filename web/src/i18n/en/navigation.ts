/** English texts: navigation. */
export const navigation = {
  start: 'Start',
  shopify: 'Shopify',
  sales: 'Sales',
  jobs: 'Job Queue',
  administration: 'Administration',
} as const
