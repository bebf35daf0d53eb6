import { createFileRoute } from '@tanstack/react-router'
import { salesOrdersList } from '@/areas/sales/salesOrdersList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/sales-orders/')({
  component: () => <ListPage of={salesOrdersList} />,
})
