import { createFileRoute } from '@tanstack/react-router'
import { ShopCard } from '@/areas/shops/ShopCard'

export const Route = createFileRoute('/_signedIn/shops/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <ShopCard key={id} id={id} />
}
