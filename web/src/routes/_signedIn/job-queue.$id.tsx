import { createFileRoute } from '@tanstack/react-router'
import { EntryCard } from '@/areas/jobs/EntryCard'

export const Route = createFileRoute('/_signedIn/job-queue/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <EntryCard key={id} id={id} />
}
