import { createFileRoute } from '@tanstack/react-router'
import { shopifyStockList } from '@/areas/shopifyStock/shopifyStockLists'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/shopify-stock/')({
  component: () => <ListPage of={shopifyStockList} />,
})
