import { createFileRoute } from '@tanstack/react-router'
import { ordersElsewhereList } from '@/areas/orders/ordersElsewhereList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/orders-elsewhere')({
  component: () => <ListPage of={ordersElsewhereList} />,
})
