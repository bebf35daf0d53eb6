import { createFileRoute } from '@tanstack/react-router'
import { giftCardsList } from '@/areas/orders/giftCardsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/gift-cards/')({
  component: () => <ListPage of={giftCardsList} />,
})
