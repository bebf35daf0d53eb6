import { createFileRoute } from '@tanstack/react-router'
import { productsList } from '@/areas/shopifyProducts/productsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/products/')({
  component: () => <ListPage of={productsList} />,
})
