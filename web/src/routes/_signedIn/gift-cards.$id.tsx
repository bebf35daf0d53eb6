import { createFileRoute } from '@tanstack/react-router'
import { GiftCardCard } from '@/areas/orders/GiftCardCard'

export const Route = createFileRoute('/_signedIn/gift-cards/$id')({ component: Page })

function Page() {
  const { id } = Route.useParams()
  return <GiftCardCard key={id} id={id} />
}
