import { createFileRoute } from '@tanstack/react-router'
import { Missing } from '@/app/Missing'
import { ItemJournalPage } from '@/areas/stock/ItemJournalPage'
import { itemJournals } from '@/areas/stock/itemJournals'

export const Route = createFileRoute('/_signedIn/item-journals/$journal')({ component: Page })

function Page() {
  const { journal } = Route.useParams()
  const kind = Object.hasOwn(itemJournals, journal) ? itemJournals[journal] : undefined
  return kind ? <ItemJournalPage key={journal} kind={kind} /> : <Missing />
}
