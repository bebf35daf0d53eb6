import { createContext, useContext } from 'react'

/** What the server says when it has started something, or queued it. */
export type Started = {
  readonly entry: string
  readonly mode: 'background' | 'foreground'
  readonly alreadyQueued: boolean
}

/** Tells the user what has become of a task called `caption`, which may be several entries of the job queue. */
export type Tell = (started: Started | readonly Started[], caption: string) => void

/** Whether the user is told when a task was queued; they are, unless they have said otherwise. */
export const TELL_QUEUED = 'jobQueue.tellQueued'

export const StartedContext = createContext<Tell>(() => undefined)

/** In the background: a message that leads to the log. In the foreground: a dialog that follows it to its end. */
export const useStarted = () => useContext(StartedContext)
