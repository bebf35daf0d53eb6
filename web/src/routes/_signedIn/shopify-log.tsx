import { createFileRoute } from '@tanstack/react-router'
import { shopifyLogList } from '@/areas/shopifyLog/shopifyLogList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/shopify-log')({
  component: () => <ListPage of={shopifyLogList} />,
})
