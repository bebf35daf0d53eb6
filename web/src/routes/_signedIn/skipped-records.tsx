import { createFileRoute } from '@tanstack/react-router'
import { skippedRecordsList } from '@/areas/orders/skippedRecordsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/skipped-records')({
  component: () => <ListPage of={skippedRecordsList} />,
})
