import { createFileRoute } from '@tanstack/react-router'
import { paymentTransactionsList } from '@/areas/payouts/paymentTransactionsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/payment-transactions')({
  component: () => <ListPage of={paymentTransactionsList} />,
})
