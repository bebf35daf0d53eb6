import { createFileRoute } from '@tanstack/react-router'
import { salesInvoicesList } from '@/areas/sales/documentLists'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/sales-invoices/')({
  component: () => <ListPage of={salesInvoicesList} />,
})
