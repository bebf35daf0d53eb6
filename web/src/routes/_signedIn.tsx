import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiError, onSignedOut } from '@/api/client'
import { listen } from '@/api/events'
import { queries } from '@/api/queries'
import { firstStartNeeded, sessionQuery } from '@/api/session'
import { readPreferences } from '@/app/preferences'
import { Failed } from '@/app/Failed'
import { Missing } from '@/app/Missing'
import { Shell } from '@/app/Shell'
import { loadRest } from '@/components/page/loadRest'

export const Route = createFileRoute('/_signedIn')({
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData(sessionQuery)
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error
      if (await firstStartNeeded()) throw redirect({ to: '/first-start' })
      throw redirect({ to: '/sign-in', search: { to: location.href } as never })
    }
    if (location.pathname !== '/') await loadRest()
  },
  component: SignedIn,
  errorComponent: Failed,
  notFoundComponent: Missing,
})

function SignedIn() {
  const navigate = useNavigate()
  useEffect(() => void readPreferences(), [])
  useEffect(() => listen(queries), [])
  useEffect(
    () =>
      onSignedOut(() => {
        queries.clear()
        void navigate({ to: '/sign-in', search: { to: location.pathname + location.search } as never })
      }),
    [navigate],
  )
  return <Shell />
}
