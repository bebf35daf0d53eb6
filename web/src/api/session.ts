import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { get, post, remove } from './client'
import { queries } from './queries'

type Area = 'BackOffice' | 'Synchronization' | 'JobQueue' | 'Shops' | 'Setup' | 'Users'
type Verb = 'Read' | 'Change' | 'Run'

/** What a user may do, as `Shops.Change`. */
export type Permission = `${Area}.${Verb}`

/** Who is signed in, and where. */
export type Session = {
  readonly user: { readonly id: string; readonly userName: string; readonly fullName: string }
  readonly permissionSet: string
  readonly permissions: readonly Permission[]
  readonly company: { readonly name: string; readonly currencyCode: string; readonly timeZone: string }
  readonly version: string
  readonly workDate: string
}

/** How someone proves who they are. */
export type Credentials = { readonly userName: string; readonly password: string } | { readonly ticket: string }

/** What the first start asks for. */
export type FirstStart = {
  readonly code: string
  readonly company: string
  readonly currencyCode: string
  readonly timeZone: string
  readonly userName: string
  readonly password: string
  readonly demoData: boolean
}

const KEY = ['session']

export const sessionQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => get<Session>('/session', signal),
  staleTime: Infinity,
  retry: false,
})

/** Whether this installation still waits for its first company and user. */
export const firstStartNeeded = () => get<{ needed: boolean }>('/firstStart').then(({ needed }) => needed)

export async function signIn(credentials: Credentials): Promise<void> {
  queries.setQueryData(KEY, await post<Session>('/session', credentials))
}

export async function startFirst(start: FirstStart): Promise<void> {
  queries.setQueryData(KEY, await post<Session>('/firstStart', start))
}

/** Ends the session; nothing that was read stays behind. */
export async function signOut(): Promise<void> {
  await remove('/session')
  queries.clear()
}

/** The session of a page that only signed-in people see. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

/** Says whether the user may do something; what needs no permission is allowed. */
export function useCan(): (permission?: Permission) => boolean {
  const { permissions } = useSession()
  return useCallback((permission) => !permission || permissions.includes(permission), [permissions])
}
