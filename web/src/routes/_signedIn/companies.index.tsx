import { createFileRoute } from '@tanstack/react-router'
import { companiesList } from '@/areas/companies/companiesList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/companies/')({
  component: () => <ListPage of={companiesList} />,
})
