import { createFileRoute } from '@tanstack/react-router'
import { changesList } from '@/areas/orders/changesList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/shopify-changes')({
  component: () => <ListPage of={changesList} />,
})
