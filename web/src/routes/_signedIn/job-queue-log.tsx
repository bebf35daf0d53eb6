import { createFileRoute } from '@tanstack/react-router'
import { logList } from '@/areas/jobs/logList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/job-queue-log')({
  component: () => <ListPage of={logList} />,
})
