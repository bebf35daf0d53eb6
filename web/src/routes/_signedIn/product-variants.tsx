import { createFileRoute } from '@tanstack/react-router'
import { variantsList } from '@/areas/shopifyProducts/variantsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/product-variants')({
  component: () => <ListPage of={variantsList} />,
})
