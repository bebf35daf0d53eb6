import { createFileRoute } from '@tanstack/react-router'
import { CompanyCard } from '@/areas/companies/CompanyCard'

export const Route = createFileRoute('/_signedIn/companies/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <CompanyCard key={id} id={id} />
}
