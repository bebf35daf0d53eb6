import { createFileRoute } from '@tanstack/react-router'
import { salesShipmentsList } from '@/areas/sales/documentLists'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/sales-shipments/')({
  component: () => <ListPage of={salesShipmentsList} />,
})
