import { ListPage } from '@/components/list/ListPage'
import { outboundWebhooksList } from './outboundWebhooksList'

export const OutboundWebhooksPage = () => <ListPage of={outboundWebhooksList} />
