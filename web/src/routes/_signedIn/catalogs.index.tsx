import { createFileRoute } from '@tanstack/react-router'
import { catalogsList } from '@/areas/catalogs/catalogsList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/catalogs/')({
  component: () => <ListPage of={catalogsList} />,
})
