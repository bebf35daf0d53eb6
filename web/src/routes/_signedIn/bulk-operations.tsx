import { createFileRoute } from '@tanstack/react-router'
import { bulkOperationsList } from '@/areas/bulk/bulkOperationsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/bulk-operations')({
  component: () => <ListPage of={bulkOperationsList} />,
})
