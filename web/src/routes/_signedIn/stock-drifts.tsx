import { createFileRoute } from '@tanstack/react-router'
import { stockDriftsList } from '@/areas/shopifyStock/shopifyStockLists'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/stock-drifts')({
  component: () => <ListPage of={stockDriftsList} />,
})
