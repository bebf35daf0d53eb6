import { createFileRoute } from '@tanstack/react-router'
import { companyLocationsList } from '@/areas/companies/companyLocationsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/company-locations/')({
  component: () => <ListPage of={companyLocationsList} />,
})
