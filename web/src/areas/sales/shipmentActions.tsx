import { ArrowRepeatAll20Regular, BoxDismiss20Regular, BoxArrowUp20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { useStarted, type Started } from '@/areas/jobs/started'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'

/** A posted shipment, as far as it is told to Shopify. */
type Shipment = {
  readonly id?: string | undefined
  readonly sourceKind?: string | null | undefined
  readonly shopifyFulfillmentId?: number | undefined
}

/** What is done with posted shipments of Shopify orders that are not in Shopify yet. */
export function useShipmentActions(shipments: readonly Shipment[]): readonly Action[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const tell = useStarted()
  const missing = shipments.filter(
    ({ sourceKind, shopifyFulfillmentId = 0 }) => sourceKind === 'Shopify Order' && shopifyFulfillmentId <= 0,
  )
  const ready = missing.filter(({ shopifyFulfillmentId }) => shopifyFulfillmentId === 0)
  const stopped = missing.filter(({ shopifyFulfillmentId }) => shopifyFulfillmentId !== 0)
  const wanted = missing.filter(({ shopifyFulfillmentId }) => shopifyFulfillmentId !== -2)
  const ids = (of: readonly Shipment[]) => ({ ids: of.map(({ id }) => id) })
  const say = async (what: 'sendToShopifyAgain' | 'leaveOutOfShopify', of: readonly Shipment[]) => {
    await post(`/salesShipments/Kobling.${what}`, ids(of))
    await queries.invalidateQueries({ queryKey: ['salesShipments'] })
  }
  const leaveOut = async () => {
    const title = t('sales.leaveOutOfShopify')
    if (await confirm({ title, text: t('sales.leaveOutOfShopifyText'), confirm: title })) {
      await say('leaveOutOfShopify', wanted)
    }
  }
  const permission = 'Synchronization.Run' as const
  return [
    {
      key: 'sendToShopify',
      caption: t('sales.sendToShopify'),
      icon: <BoxArrowUp20Regular />,
      permission,
      disabled: ready.length === 0,
      run: async () => {
        tell(await post<Started>('/salesShipments/Kobling.sendToShopify', ids(ready)), t('sales.sendToShopify'))
      },
    },
    {
      key: 'sendToShopifyAgain',
      caption: t('sales.sendToShopifyAgain'),
      icon: <ArrowRepeatAll20Regular />,
      permission,
      disabled: stopped.length === 0,
      run: () => say('sendToShopifyAgain', stopped),
    },
    {
      key: 'leaveOutOfShopify',
      caption: t('sales.leaveOutOfShopify'),
      icon: <BoxDismiss20Regular />,
      permission,
      disabled: wanted.length === 0,
      run: leaveOut,
    },
  ]
}
