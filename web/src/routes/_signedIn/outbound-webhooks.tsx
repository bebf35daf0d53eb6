import { createFileRoute } from '@tanstack/react-router'
import { OutboundWebhooksPage } from '@/areas/webhooks/OutboundWebhooksPage'

export const Route = createFileRoute('/_signedIn/outbound-webhooks')({ component: OutboundWebhooksPage })
