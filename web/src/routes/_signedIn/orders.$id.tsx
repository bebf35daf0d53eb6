import { createFileRoute } from '@tanstack/react-router'
import { OrderCard } from '@/areas/orders/OrderCard'

export const Route = createFileRoute('/_signedIn/orders/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <OrderCard key={id} id={id} />
}
