import { createFileRoute } from '@tanstack/react-router'
import { transactionsList } from '@/areas/orders/transactionsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/transactions')({
  component: () => <ListPage of={transactionsList} />,
})
