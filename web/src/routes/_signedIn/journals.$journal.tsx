import { createFileRoute } from '@tanstack/react-router'
import { Missing } from '@/app/Missing'
import { GeneralJournalPage } from '@/areas/journals/GeneralJournalPage'
import { journalKinds } from '@/areas/journals/generalLines'

export const Route = createFileRoute('/_signedIn/journals/$journal')({ component: Page })

function Page() {
  const { journal } = Route.useParams()
  const kind = Object.hasOwn(journalKinds, journal) ? journalKinds[journal] : undefined
  return kind ? <GeneralJournalPage key={journal} kind={kind} /> : <Missing />
}
