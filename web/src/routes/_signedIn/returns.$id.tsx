import { createFileRoute } from '@tanstack/react-router'
import { ReturnCard } from '@/areas/orders/ReturnCard'

export const Route = createFileRoute('/_signedIn/returns/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <ReturnCard key={id} id={id} />
}
