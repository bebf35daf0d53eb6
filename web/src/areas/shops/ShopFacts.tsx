import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import type { EntitySet, Row } from '@/api/fields'
import { literal, type Page } from '@/api/record'
import { FactBox } from '@/components/card/FactBox'
import { useFormat } from '@/i18n/format'

/** How many records of `entity` an OData filter lets through. */
function useCount(entity: EntitySet, filter: string) {
  const query = new URLSearchParams({ $filter: filter, $count: 'true', $top: '1', $select: 'id' })
  const { data } = useQuery({
    queryKey: [entity, 'count', filter],
    queryFn: ({ signal }) => get<Page<unknown>>(`/${entity}?${query}`, signal),
  })
  return data?.['@odata.count']
}

/** What there is of a shop. */
export function ShopFacts({ shop }: { readonly shop: Row<'shopifyShops'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const code = shop.code ?? ''
  const own = `shopCode eq ${literal(code)}`
  const shown = (count: number | undefined) => (count === undefined ? '\u2026' : format.number(count))
  const orders = useCount('shopifyOrders', own)
  const unprocessed = useCount('shopifyOrders', `${own} and processed eq false and setAside eq ''`)
  const waiting = useCount('shopifyOrdersToImport', own)
  const skipped = useCount('skippedRecords', own)
  const search = { 'filter.shopCode': code }
  return (
    <FactBox
      title={t('shops.numbers')}
      facts={[
        { name: t('pages.orders'), value: shown(orders), to: '/orders', search },
        {
          name: t('cues.unprocessedOrders'),
          value: shown(unprocessed),
          to: '/orders',
          search: { ...search, 'filter.processed': 'No', 'filter.setAside': "''" },
        },
        { name: t('pages.ordersToImport'), value: shown(waiting), to: '/orders-to-import', search },
        { name: t('pages.skippedRecords'), value: shown(skipped), to: '/skipped-records', search },
      ]}
    />
  )
}
