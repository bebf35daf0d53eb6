import { createFileRoute } from '@tanstack/react-router'
import { PayoutCard } from '@/areas/payouts/PayoutCard'

export const Route = createFileRoute('/_signedIn/payouts/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <PayoutCard key={id} id={id} />
}
