import { createFileRoute } from '@tanstack/react-router'
import { Missing } from '@/app/Missing'
import { stockLists } from '@/areas/stock/stockLists'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/stock/$list')({ component: Page })

function Page() {
  const { list } = Route.useParams()
  const of = Object.hasOwn(stockLists, list) ? stockLists[list] : undefined
  return of ? <ListPage key={list} of={of} /> : <Missing />
}
