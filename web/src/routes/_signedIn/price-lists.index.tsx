import { createFileRoute } from '@tanstack/react-router'
import { priceListsList } from '@/areas/prices/priceLists'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/price-lists/')({
  component: () => <ListPage of={priceListsList} />,
})
