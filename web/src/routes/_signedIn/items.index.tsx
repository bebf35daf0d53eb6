import { createFileRoute } from '@tanstack/react-router'
import { itemsList } from '@/areas/products/itemsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/items/')({
  component: () => <ListPage of={itemsList} />,
})
