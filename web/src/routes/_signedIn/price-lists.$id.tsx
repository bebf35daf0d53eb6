import { createFileRoute } from '@tanstack/react-router'
import { PriceListCard } from '@/areas/prices/PriceListCard'

export const Route = createFileRoute('/_signedIn/price-lists/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <PriceListCard key={id} id={id} />
}
