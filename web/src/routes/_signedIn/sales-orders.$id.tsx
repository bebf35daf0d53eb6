import { createFileRoute } from '@tanstack/react-router'
import { SalesOrderCard } from '@/areas/sales/SalesOrderCard'

export const Route = createFileRoute('/_signedIn/sales-orders/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <SalesOrderCard key={id} id={id} />
}
