import { createFileRoute } from '@tanstack/react-router'
import { returnsList } from '@/areas/orders/returnsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/returns/')({
  component: () => <ListPage of={returnsList} />,
})
