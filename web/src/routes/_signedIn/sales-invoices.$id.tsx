import { createFileRoute } from '@tanstack/react-router'
import { DocumentCard } from '@/areas/sales/DocumentCard'

export const Route = createFileRoute('/_signedIn/sales-invoices/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <DocumentCard key={id} kind="salesInvoices" id={id} />
}
