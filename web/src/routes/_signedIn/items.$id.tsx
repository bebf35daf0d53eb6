import { createFileRoute } from '@tanstack/react-router'
import { ItemCard } from '@/areas/products/ItemCard'

export const Route = createFileRoute('/_signedIn/items/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <ItemCard key={id} id={id} />
}
