import { createFileRoute } from '@tanstack/react-router'
import { CatalogCard } from '@/areas/catalogs/CatalogCard'

export const Route = createFileRoute('/_signedIn/catalogs/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <CatalogCard key={id} id={id} />
}
