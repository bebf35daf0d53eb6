import { createFileRoute } from '@tanstack/react-router'
import { StockCard } from '@/areas/shopifyStock/StockCard'

export const Route = createFileRoute('/_signedIn/shopify-stock/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <StockCard key={id} id={id} />
}
