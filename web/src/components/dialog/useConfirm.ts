import { createContext, useContext } from 'react'

/** Something that a person has to agree to. */
export type Question = {
  readonly title: string
  readonly text: string
  /** What agreeing is called, as *Delete*. */
  readonly confirm: string
  /** It can't be undone. */
  readonly danger?: boolean
}

export const ConfirmContext = createContext<(question: Question) => Promise<boolean>>(() => Promise.resolve(false))

/** Asks, and waits for the answer. */
export const useConfirm = () => useContext(ConfirmContext)
