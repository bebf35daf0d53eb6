import { createFileRoute } from '@tanstack/react-router'
import { Missing } from '@/app/Missing'
import { setupLists } from '@/areas/setup/setupLists'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/setup/$list')({ component: Page })

function Page() {
  const { list } = Route.useParams()
  const of = Object.hasOwn(setupLists, list) ? setupLists[list] : undefined
  return of ? <ListPage key={list} of={of} /> : <Missing />
}
