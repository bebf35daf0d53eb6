import { createFileRoute } from '@tanstack/react-router'
import { disputesList } from '@/areas/disputes/disputesList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/disputes/')({
  component: () => <ListPage of={disputesList} />,
})
