import { createFileRoute } from '@tanstack/react-router'
import { dataRequestsList } from '@/areas/shops/dataRequestsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/data-requests')({
  component: () => <ListPage of={dataRequestsList} />,
})
