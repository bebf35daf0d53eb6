import { createFileRoute } from '@tanstack/react-router'
import { DocumentCard } from '@/areas/sales/DocumentCard'

export const Route = createFileRoute('/_signedIn/sales-return-orders/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <DocumentCard key={id} kind="salesReturnOrders" id={id} />
}
