import { useMemo } from 'react'
import { useSession } from '@/api/session'
import { ListPage } from '@/components/list/ListPage'
import { myEntries } from './myEntries'

/** The entries that run in the name of the user who looks. */
export function MyJobQueuePage() {
  const { user } = useSession()
  const list = useMemo(() => myEntries(user.userName), [user.userName])
  return <ListPage of={list} />
}
