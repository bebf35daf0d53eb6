import { createFileRoute } from '@tanstack/react-router'
import { channelsList } from '@/areas/shopifyProducts/channelsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/sales-channels')({
  component: () => <ListPage of={channelsList} />,
})
