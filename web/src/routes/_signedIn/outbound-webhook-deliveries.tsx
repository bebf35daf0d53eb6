import { createFileRoute } from '@tanstack/react-router'
import { DeliveriesPage } from '@/areas/webhooks/DeliveriesPage'

export const Route = createFileRoute('/_signedIn/outbound-webhook-deliveries')({ component: DeliveriesPage })
