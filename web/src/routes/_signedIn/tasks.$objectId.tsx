import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { jobQueueObjectsQuery } from '@/api/jobQueueObjects'
import { useCan, useSession } from '@/api/session'
import { useStarted } from '@/areas/jobs/started'
import { taskCaption } from '@/i18n/captions'
import type { Outcome } from '@/components/request/outcome'
import { RequestPage } from '@/components/request/RequestPage'

export const Route = createFileRoute('/_signedIn/tasks/$objectId')({
  validateSearch: (search: Record<string, unknown>): { shop?: string } =>
    typeof search.shop === 'string' ? { shop: search.shop } : {},
  component: Page,
})

function Page() {
  const { t } = useTranslation()
  const can = useCan()
  const tell = useStarted()
  const router = useRouter()
  const navigate = useNavigate()
  const objectId = Number(Route.useParams().objectId)
  const { shop } = Route.useSearch()
  const { company, workDate } = useSession()
  const { data: objects } = useQuery(jobQueueObjectsQuery)
  const caption = taskCaption(t, objectId, objects?.find((object) => object.objectId === objectId)?.caption ?? '')
  const onDone = ({ entry, mode, alreadyQueued }: Outcome) => {
    tell({ entry, mode: mode === 'foreground' ? 'foreground' : 'background', alreadyQueued }, caption)
    if (mode === 'planned') void navigate({ to: '/job-queue/$id', params: { id: entry } })
    else if (mode === 'background') void navigate({ to: '/job-queue' })
  }
  return (
    <RequestPage
      key={objectId}
      objectId={objectId}
      shop={shop}
      setting={{
        zone: company.timeZone,
        days: { today: workDate, workDate },
        mayRun: can('Synchronization.Run'),
        mayPlan: can('JobQueue.Change'),
      }}
      onDone={onDone}
      onCancel={() => router.history.back()}
    />
  )
}
