import { createFileRoute } from '@tanstack/react-router'
import { scheduledList } from '@/areas/jobs/scheduledList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/scheduled-tasks')({
  component: () => <ListPage of={scheduledList} />,
})
