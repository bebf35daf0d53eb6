import { ArrowDownload20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { get, post } from '@/api/client'
import type { Row } from '@/api/fields'
import { literal, type Page } from '@/api/record'
import { useStarted, type Started } from '@/areas/jobs/started'
import type { Action } from '@/components/action/action'

const SYNC_ORDERS = 30104

/** Imports the selected orders, one run for each of their shops. */
export function useImportActions(orders: readonly Row<'shopifyOrdersToImport'>[]): readonly Action[] {
  const { t } = useTranslation()
  const tell = useStarted()
  const run = async () => {
    const codes = [...new Set(orders.map(({ shopCode = '' }) => shopCode))]
    for (const code of codes) {
      const filter = new URLSearchParams({ $filter: `code eq ${literal(code)}`, $top: '1' })
      const [shop] = (await get<Page<Row<'shopifyShops'>>>(`/shopifyShops?${filter}`)).value
      if (!shop) continue
      const ids = orders.filter(({ shopCode }) => shopCode === code).map(({ shopifyOrderId }) => shopifyOrderId)
      const filters = { 'OrdersToImport.shopifyOrderId': ids.join('|') }
      tell(
        await post<Started>(`/shopifyShops/${shop.id}/Kobling.sync`, { object: SYNC_ORDERS, filters }),
        t('orders.importSelected'),
      )
    }
  }
  return [
    {
      key: 'import',
      caption: t('orders.importSelected'),
      icon: <ArrowDownload20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: orders.length === 0,
      run,
    },
  ]
}
