import { createFileRoute } from '@tanstack/react-router'
import { DisputeCard } from '@/areas/disputes/DisputeCard'

export const Route = createFileRoute('/_signedIn/disputes/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <DisputeCard key={id} id={id} />
}
