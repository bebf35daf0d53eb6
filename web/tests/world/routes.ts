import { steps } from '../../src/areas/goingLive/steps'
import type { World } from './world'

/** The addresses of a signed-in user's pages, with records of `world` where a page shows one. */
export async function routes(world: World): Promise<readonly string[]> {
  const card = async (path: string, entity: string) => `${path}/${await world.idOf(entity)}`
  const shop = await world.idOf('shopifyShops')
  await world.post(`/shopifyShops/${shop}/Kobling.beginSetupGuide`)
  return [
    '/',
    '/shops',
    '/connect-shop',
    '/going-live',
    ...steps.map((step) => `/going-live?shop=${shop}&step=${step}`),
    await card('/shops', 'shopifyShops'),
    '/orders',
    await card('/orders', 'shopifyOrders'),
    '/orders-to-import',
    '/products',
    '/shopify-customers',
    '/product-variants',
    '/product-matches',
    '/transactions',
    '/refunds',
    '/returns',
    '/payouts',
    await card('/payouts', 'shopifyPayouts'),
    '/payment-transactions',
    '/month-end',
    '/tasks/30118',
    '/catalogs',
    '/shopify-stock',
    await card('/shopify-stock', 'shopifyInventory'),
    '/stock-drifts',
    '/sales-orders',
    await card('/sales-orders', 'salesOrders'),
    '/sales-invoices',
    '/sales-credit-memos',
    '/sales-return-orders',
    '/sales-shipments',
    await card('/sales-shipments', 'salesShipments'),
    '/ledgers/general',
    '/ledgers/customers',
    '/ledgers/vat',
    '/ledgers/registers',
    '/ledgers/items',
    '/ledgers/values',
    '/find-entries?documentNumber=PI-000001',
    '/vat-statement?from=2026-01-01&to=2026-12-31',
    '/setup',
    '/setup/accounts',
    '/setup/payment-terms',
    '/setup/shopify-locations',
    '/setup/shipment-method-mapping',
    '/setup/payment-method-mapping',
    '/setup/payment-terms-mapping',
    '/setup/sales-receivables',
    '/item-availability',
    '/item-journals/adjustments',
    '/item-journals/counting',
    '/stock/expected-receipts',
    '/stock/reservations',
    '/journals/general',
    '/journals/cash-receipts',
    '/price-lists',
    '/items',
    await card('/items', 'items'),
    '/customers',
    await card('/customers', 'customers'),
    '/job-queue',
    await card('/job-queue', 'jobQueueEntries'),
    '/my-job-queue',
    '/scheduled-tasks',
    '/job-queue-log',
    '/job-queue-timeline',
    '/job-queue-timeline?table=1',
    '/job-queue-categories',
    '/job-queue-workers',
    '/job-queue-notifications',
    '/job-queue-setup',
    '/orders-elsewhere',
    '/gift-cards',
    '/disputes',
    await card('/disputes', 'shopifyDisputes'),
    '/skipped-records',
    '/shopify-changes',
    '/shopify-webhooks',
    '/data-requests',
    '/shopify-log',
    '/shopify-budget',
    '/shopify-budget?table=1',
    '/shopify-deprecated-members',
    '/users',
    '/api-tokens',
    '/tasks/30103',
    '/tasks/30104',
    '/gallery',
  ]
}

/** The addresses of the pages of someone who has not signed in. */
export const OUTSIDE = ['/sign-in', '/first-start?code=ABCD-EFGH'] as const

/** The name of a file for a page: `/shops/0191…` is `shops-card`, and `/timeline?table=1` is `timeline-table`. */
export function fileName(route: string): string {
  const [path = '', search] = route.split('?')
  const named = path.replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}$/, '-card').replace(/^\//, '')
  const more = [...new URLSearchParams(search)].map(([name, value]) => (name === 'step' ? value : name))
  return [named.replaceAll('/', '-') || 'role-center', ...more].join('-')
}
