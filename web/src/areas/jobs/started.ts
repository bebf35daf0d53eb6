import { createContext, useContext } from 'react'

/** What the server says when it has started something, or queued it. */
export type Started = {
  readonly entry: string
  readonly mode: 'background' | 'foreground'
  readonly alreadyQueued: boolean
}

/** Tells the user what has become of a task called `caption`. */
export type Tell = (started: Started, caption: string) => void

export const StartedContext = createContext<Tell>(() => undefined)

/** In the background: a message that leads to the entry. In the foreground: a dialog that follows it to its end. */
export const useStarted = () => useContext(StartedContext)
