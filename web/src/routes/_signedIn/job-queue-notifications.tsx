import { createFileRoute } from '@tanstack/react-router'
import { notificationsList } from '@/areas/jobs/notificationsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/job-queue-notifications')({
  component: () => <ListPage of={notificationsList} />,
})
