import { createFileRoute } from '@tanstack/react-router'
import { ordersToImportList } from '@/areas/orders/ordersToImportList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/orders-to-import')({
  component: () => <ListPage of={ordersToImportList} />,
})
