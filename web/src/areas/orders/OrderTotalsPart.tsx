import { Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import type { Row } from '@/api/fields'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import type { OrderTotals } from './orderTotals'
import { TotalsTable } from './TotalsTable'

/** What an order comes to in Shopify, line by line and in all, beside its document. */
export function OrderTotalsPart({ order }: { readonly order: Row<'shopifyOrders'> }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['shopifyOrders', 'totals', order.id, order['@odata.etag']],
    queryFn: ({ signal }) => get<OrderTotals>(`/shopifyOrders/${order.id}/Kobling.totals`, signal),
  })
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Spinner size="small" label={t('common.loading')} />
  return (
    <>
      <TotalsTable totals={data} rows={data.lines} label={t('tabs.lines')} />
      <TotalsTable totals={data} rows={data.totals} label={t('orders.totals')} />
    </>
  )
}
