import { createFileRoute } from '@tanstack/react-router'
import { ProductCard } from '@/areas/shopifyProducts/ProductCard'

export const Route = createFileRoute('/_signedIn/products/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <ProductCard key={id} id={id} />
}
