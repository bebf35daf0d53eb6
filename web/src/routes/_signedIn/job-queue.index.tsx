import { createFileRoute } from '@tanstack/react-router'
import { entriesList } from '@/areas/jobs/entriesList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/job-queue/')({
  component: () => <ListPage of={entriesList} />,
})
