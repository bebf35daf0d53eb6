import { createFileRoute } from '@tanstack/react-router'
import { customersList } from '@/areas/customers/customersList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/customers/')({
  component: () => <ListPage of={customersList} />,
})
