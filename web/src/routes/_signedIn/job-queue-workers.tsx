import { createFileRoute } from '@tanstack/react-router'
import { workersList } from '@/areas/jobs/workersList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/job-queue-workers')({
  component: () => <ListPage of={workersList} />,
})
