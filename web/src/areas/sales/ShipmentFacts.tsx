import { useTranslation } from 'react-i18next'
import { useRecords } from '@/api/record'
import { FactBox, type Fact } from '@/components/card/FactBox'

/** A posted shipment of a Shopify order. */
type Props = { readonly id: string; readonly fulfillment: number }

/** What a posted shipment is in Shopify: how it stands, and each fulfilment with how it is followed. */
export function ShipmentFacts({ id, fulfillment }: Props) {
  const { t } = useTranslation()
  const { data } = useRecords('shopifyFulfillments', {
    $filter: `shipmentId eq ${id} and shopifyFulfillmentId ne 0`,
    $orderby: 'shopifyFulfillmentId',
  })
  const stands = () => {
    if (fulfillment > 0) return t('sales.sentToShopify')
    if (fulfillment === 0) return t('sales.toBeSentToShopify')
    return fulfillment === -1 ? t('sales.notSentToShopify') : t('sales.leftOutOfShopify')
  }
  const parcels = (data?.value ?? []).map(({ name, shopifyFulfillmentId, trackingNumber, quantity }): Fact => ({
    name: name || `${shopifyFulfillmentId}`,
    value: trackingNumber || t('sales.pieces', { count: quantity ?? 0 }),
  }))
  return <FactBox title={t('sales.inShopify')} facts={[{ name: t('sales.standing'), value: stands() }, ...parcels]} />
}
