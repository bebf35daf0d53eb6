import { createFileRoute } from '@tanstack/react-router'
import { refundsList } from '@/areas/orders/refundsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/refunds/')({
  component: () => <ListPage of={refundsList} />,
})
