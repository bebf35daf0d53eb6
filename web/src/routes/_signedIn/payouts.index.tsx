import { createFileRoute } from '@tanstack/react-router'
import { payoutsList } from '@/areas/payouts/payoutsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/payouts/')({
  component: () => <ListPage of={payoutsList} />,
})
