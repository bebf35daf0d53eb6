import { Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import type { components } from '@/api/schema'
import { FactBox } from '@/components/card/FactBox'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Notice } from '@/components/notice/Notice'
import { useFormat } from '@/i18n/format'

type Preview = components['schemas']['FirstSyncBody']
type Counted = components['schemas']['CountedOrders']
type Props = { readonly shop: Row<'shopifyShops'>; readonly onClose: () => void }

/** What a first sync of the shop's orders would bring, as the store counts it now. */
export function FirstSyncDialog({ shop, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data, error } = useQuery({
    queryKey: ['shopifyShops', 'firstSync', shop.id],
    queryFn: () => post<Preview>(`/shopifyShops/${shop.id}/Kobling.previewFirstSync`),
    gcTime: 0,
    retry: false,
  })
  const shown = ({ orders, orMore }: Counted) =>
    orMore ? t('shops.orMore', { number: format.number(orders) }) : format.number(orders)
  return (
    <ReadDialog title={t('shops.firstSync')} onClose={onClose}>
      {error && <ErrorMessage error={error} />}
      {!data && !error && <Spinner label={t('shops.testing')} />}
      {data && (
        <>
          {data.done && <Notice intent="info">{t('shops.firstSyncDone')}</Notice>}
          <FactBox
            title={t('shops.firstSyncEnter')}
            facts={[
              {
                name: t('fields.importOrdersFrom'),
                value: data.importOrdersFrom && format.date(data.importOrdersFrom),
              },
              { name: t('shops.openOrders'), value: shown(data.enter) },
              { name: t('shops.elsewhereOrders'), value: format.number(data.processedElsewhere) },
            ]}
          />
          <FactBox
            title={t('shops.firstSyncOut')}
            facts={[
              { name: t('shops.tooOldOrders'), value: shown(data.tooOld) },
              { name: t('shops.archivedOrders'), value: shown(data.archived) },
              { name: t('shops.cancelledOrders'), value: shown(data.cancelled) },
            ]}
          />
          <FactBox
            title={t('shops.firstSyncHere')}
            facts={[
              { name: t('pages.orders'), value: format.number(data.staged) },
              { name: t('pages.ordersToImport'), value: format.number(data.waiting) },
            ]}
          />
        </>
      )}
    </ReadDialog>
  )
}
