import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { useCan } from '@/api/session'
import { Lines } from '@/components/card/Lines'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { useDialog } from '@/components/dialog/useDialog'
import { OrderLineDialog } from './OrderLineDialog'
import { orderLines } from './orderParts'

/**
 * The lines of an order. As long as it has no document, the item of one that is opened is chosen; a tip or a gift card
 * says that it has none.
 */
export function OrderLines({ order }: { readonly order: Row<'shopifyOrders'> }) {
  const { t } = useTranslation()
  const can = useCan()
  const dialog = useDialog()
  const { title, ...lines } = orderLines
  const choose = (line: Row<'shopifyOrderLines'>) => {
    const [what, account] = line.tip ? (['tip', 'tipAccount'] as const) : (['giftCard', 'soldGiftCardAccount'] as const)
    dialog((close) =>
      line.tip || line.giftCard ? (
        <ReadDialog title={line.description} onClose={close}>
          <p>{t('orders.hasNoItem', { what: t(`fields.${what}`), account: t(`fields.${account}`) })}</p>
        </ReadDialog>
      ) : (
        <OrderLineDialog line={line} onClose={close} />
      ),
    )
  }
  const open = !order.processed && can('Synchronization.Run')
  return (
    <Lines
      {...lines}
      label={t(`tabs.${title}`)}
      filter={`orderId eq ${order.id}`}
      {...(open ? { onOpen: (row) => choose(row) } : {})}
    />
  )
}
