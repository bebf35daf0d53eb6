import { useState } from 'react'
import { useNotify } from '@/components/notice/useNotify'
import type { Action } from './action'

/** Runs actions: one at a time, and says it when one fails. */
export function useRun() {
  const notify = useNotify()
  const [running, setRunning] = useState<string>()
  const run = async (action: Pick<Action, 'key' | 'run'>) => {
    setRunning(action.key)
    try {
      await action.run()
    } catch (error) {
      notify.failure(error)
    } finally {
      setRunning(undefined)
    }
  }
  return { running, run: (action: Pick<Action, 'key' | 'run'>) => void run(action) }
}
