import { createFileRoute } from '@tanstack/react-router'
import { CustomerCard } from '@/areas/shopifyCustomers/CustomerCard'

export const Route = createFileRoute('/_signedIn/shopify-customers/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <CustomerCard key={id} id={id} />
}
