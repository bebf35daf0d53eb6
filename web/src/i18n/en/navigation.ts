/** English texts: navigation. */
export const navigation = {
  start: 'Start',
  shopify: 'Shopify',
  sales: 'Sales',
  jobs: 'Job Queue',
  administration: 'Administration',
  finance: 'Finance',
  stock: 'Stock',
  setup: 'Setup',
} as const
