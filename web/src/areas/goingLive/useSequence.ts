import { useState } from 'react'
import { post } from '@/api/client'
import type { Started } from '@/areas/jobs/started'

/** A task that was started, with the entry that does it. */
export type InSequence = { readonly objectId: number; readonly entry: string }

/** Runs tasks of a shop, each when the one before it has ended. */
export function useSequence(shop: string, onDone: () => void) {
  const [started, setStarted] = useState<readonly InSequence[]>([])
  const [rest, setRest] = useState<readonly number[]>([])
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const go = async ([objectId, ...others]: readonly number[], before: readonly InSequence[]) => {
    if (objectId === undefined) {
      setBusy(false)
      onDone()
      return
    }
    try {
      const body = { object: objectId, options: {}, filters: {} }
      const { entry } = await post<Started>(`/shopifyShops/${shop}/Kobling.sync`, body)
      setStarted([...before, { objectId, entry }])
      setRest(others)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  const start = (tasks: readonly number[]) => {
    setError(undefined)
    setStarted([])
    setBusy(true)
    void go(tasks, [])
  }
  /** The last of those that were started has ended. */
  const ended = (entry: string) => {
    if (started.at(-1)?.entry === entry) void go(rest, started)
  }
  return { started, busy, error, start, ended }
}
