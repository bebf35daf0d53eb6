import { createFileRoute } from '@tanstack/react-router'
import { ordersList } from '@/areas/orders/ordersList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/orders/')({
  component: () => <ListPage of={ordersList} />,
})
