import { createFileRoute } from '@tanstack/react-router'
import { CompanyLocationCard } from '@/areas/companies/CompanyLocationCard'

export const Route = createFileRoute('/_signedIn/company-locations/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <CompanyLocationCard key={id} id={id} />
}
