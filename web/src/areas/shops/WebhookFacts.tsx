import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import type { Row } from '@/api/fields'
import { literal, type Page } from '@/api/record'
import { FactBox, type Fact } from '@/components/card/FactBox'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'

type Subscription = Row<'shopifyWebhookSubscriptions'>

/** Which topics the shop's store tells by itself, since when, and when it last did. */
export function WebhookFacts({ shop }: { readonly shop: Row<'shopifyShops'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const filter = `store eq ${literal(shop.domain ?? '')}`
  const query = new URLSearchParams({ $filter: filter, $orderby: 'topic' })
  const { data } = useQuery({
    queryKey: ['shopifyWebhookSubscriptions', 'of', shop.domain],
    queryFn: ({ signal }) => get<Page<Subscription>>(`/shopifyWebhookSubscriptions?${query}`, signal),
  })
  const told = ({ status, message, registeredAt, lastDeliveryAt }: Subscription) => {
    if (status !== 'Registered') return message
    if (lastDeliveryAt) return t('shops.webhookLast', { time: format.dateTime(lastDeliveryAt) })
    return t('shops.webhookSince', { time: registeredAt ? format.dateTime(registeredAt) : '' })
  }
  const facts: Fact[] = (data?.value ?? []).map((one) => ({
    name: optionCaption(t, one.topic ?? ''),
    value: told(one),
    to: '/shopify-webhooks',
    search: { 'filter.topic': one.topic ?? '', 'filter.store': shop.domain ?? '' },
  }))
  if (!data) return null
  const none: Fact = { name: t('shops.webhooksNone'), value: t('shops.polling') }
  return <FactBox title={t('shops.webhooks')} facts={facts.length > 0 ? facts : [none]} />
}
