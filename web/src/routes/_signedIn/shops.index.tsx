import { createFileRoute } from '@tanstack/react-router'
import { shopsList } from '@/areas/shops/shopsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/shops/')({
  component: () => <ListPage of={shopsList} />,
})
