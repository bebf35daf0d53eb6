import { createFileRoute } from '@tanstack/react-router'
import { Missing } from '@/app/Missing'
import { ledgerLists } from '@/areas/ledgers/ledgerLists'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/ledgers/$list')({ component: Page })

function Page() {
  const { list } = Route.useParams()
  const of = Object.hasOwn(ledgerLists, list) ? ledgerLists[list] : undefined
  return of ? <ListPage key={list} of={of} /> : <Missing />
}
