import { useEffect, useState } from 'react'
import type { Action } from '@/components/action/action'
import { useRun } from '@/components/action/useRun'
import type { CardState } from './useCard'

/**
 * The actions of a card. One that is chosen while the card is being saved begins when it is saved, on the record as it
 * is then; it does not begin when what was entered is refused.
 */
export function useAfterSaving(actions: readonly Action[], { saving, dirty }: CardState): readonly Action[] {
  const [chosen, setChosen] = useState<string>()
  const { run } = useRun()
  useEffect(() => {
    if (chosen === undefined || saving) return
    const action = dirty ? undefined : actions.find(({ key }) => key === chosen)
    const begin = () => {
      setChosen(undefined)
      return action?.run()
    }
    run({ key: chosen, run: begin })
  }, [chosen, saving, dirty, actions, run])
  return saving ? actions.map((action) => ({ ...action, run: () => setChosen(action.key) })) : actions
}
