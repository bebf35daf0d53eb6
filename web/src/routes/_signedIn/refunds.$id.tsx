import { createFileRoute } from '@tanstack/react-router'
import { RefundCard } from '@/areas/orders/RefundCard'

export const Route = createFileRoute('/_signedIn/refunds/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <RefundCard key={id} id={id} />
}
