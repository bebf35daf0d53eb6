import { createFileRoute } from '@tanstack/react-router'
import { customersList } from '@/areas/shopifyCustomers/customersList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/shopify-customers/')({
  component: () => <ListPage of={customersList} />,
})
