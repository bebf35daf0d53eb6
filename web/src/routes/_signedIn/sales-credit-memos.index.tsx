import { createFileRoute } from '@tanstack/react-router'
import { salesCreditMemosList } from '@/areas/sales/documentLists'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/sales-credit-memos/')({
  component: () => <ListPage of={salesCreditMemosList} />,
})
