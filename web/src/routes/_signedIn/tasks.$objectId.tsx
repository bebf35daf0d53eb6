import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan, useSession } from '@/api/session'
import { useStarted } from '@/areas/jobs/started'
import { wallOf } from '@/components/input/instant'
import { usePageTitle } from '@/components/page/usePageTitle'
import { objectCaption } from '@/components/request/captions'
import { objectsQuery } from '@/components/request/object'
import type { Outcome } from '@/components/request/outcome'
import { RequestPage } from '@/components/request/RequestPage'
import { useNotify } from '@/components/toast/useNotify'

type Search = { readonly shop?: string }

export const Route = createFileRoute('/_signedIn/tasks/$objectId')({
  validateSearch: ({ shop }: Record<string, unknown>): Search => (typeof shop === 'string' ? { shop } : {}),
  component: Task,
})

function Task() {
  const { t } = useTranslation()
  const objectId = Number(Route.useParams().objectId)
  const { shop } = Route.useSearch()
  const { company, workDate } = useSession()
  const can = useCan()
  const started = useStarted()
  const notify = useNotify()
  const navigate = useNavigate()
  const router = useRouter()
  const { data } = useQuery(objectsQuery)
  const object = data?.find((one) => one.objectId === objectId)
  const caption = object ? objectCaption(t, object) : ''
  usePageTitle(caption || t('request.title'))

  const zone = company.timeZone
  const setting = useMemo(
    () => ({
      zone,
      days: { today: todayIn(zone), workDate },
      mayRun: can('Synchronization.Run'),
      mayPlan: can('JobQueue.Change'),
    }),
    [zone, workDate, can],
  )
  const done = ({ entry, mode, alreadyQueued }: Outcome) => {
    if (mode !== 'planned') return started({ entry, mode, alreadyQueued }, caption)
    notify.success(t('request.planned', { caption }))
    void navigate({ to: '/job-queue/$id', params: { id: entry } })
  }
  return (
    <RequestPage
      objectId={objectId}
      setting={setting}
      shop={shop}
      onDone={done}
      onCancel={() => router.history.back()}
    />
  )
}

/** The day in the company's zone. */
const todayIn = (zone: string) => wallOf(new Date().toISOString(), zone).date
