import { createFileRoute } from '@tanstack/react-router'
import { salesReturnOrdersList } from '@/areas/sales/salesOrdersList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/sales-return-orders/')({
  component: () => <ListPage of={salesReturnOrdersList} />,
})
