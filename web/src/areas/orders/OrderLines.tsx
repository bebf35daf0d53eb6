import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { useCan } from '@/api/session'
import { Lines } from '@/components/card/Lines'
import { useDialog } from '@/components/dialog/useDialog'
import { OrderLineDialog } from './OrderLineDialog'
import { orderLines } from './orderParts'

/** The lines of an order. As long as it has no document, the item of one that is opened is chosen. */
export function OrderLines({ order }: { readonly order: Row<'shopifyOrders'> }) {
  const { t } = useTranslation()
  const can = useCan()
  const dialog = useDialog()
  const { title, ...lines } = orderLines
  const choose = (line: Row<'shopifyOrderLines'>) => {
    if (!line.tip && !line.giftCard) dialog((close) => <OrderLineDialog line={line} onClose={close} />)
  }
  const open = !order.processed && can('Synchronization.Run')
  return (
    <Lines
      {...lines}
      label={t(`tabs.${title}`)}
      filter={`orderId eq ${order.id}`}
      {...(open ? { onOpen: (row) => choose(row as unknown as Row<'shopifyOrderLines'>) } : {})}
    />
  )
}
