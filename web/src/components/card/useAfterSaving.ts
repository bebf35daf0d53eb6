import { useEffect, useState } from 'react'
import type { Action } from '@/components/action/action'
import { useRun } from '@/components/action/useRun'
import type { CardState } from './useCard'

/**
 * The actions of a card. One that is chosen while the card is being saved begins when it is saved, on the record as it
 * is then; it does not begin when what was entered is refused.
 */
export function useAfterSaving(actions: readonly Action[], card: CardState): readonly Action[] {
  const { saving, isSaving, dirty } = card
  const [chosen, setChosen] = useState<string>()
  const { run } = useRun()
  useEffect(() => {
    if (chosen === undefined || saving || isSaving()) return
    const action = dirty ? undefined : actions.find(({ key }) => key === chosen)
    const begin = () => {
      setChosen(undefined)
      return action?.run()
    }
    run({ key: chosen, run: begin })
  }, [chosen, saving, isSaving, dirty, actions, run])
  return actions.map((action) => ({ ...action, run: () => (isSaving() ? setChosen(action.key) : action.run()) }))
}
