import { createFileRoute } from '@tanstack/react-router'
import { webhooksList } from '@/areas/shops/webhooksList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/shopify-webhooks')({
  component: () => <ListPage of={webhooksList} />,
})
