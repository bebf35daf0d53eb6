import { createFileRoute } from '@tanstack/react-router'
import { matchesList } from '@/areas/shopifyProducts/matchesList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/product-matches')({
  component: () => <ListPage of={matchesList} />,
})
