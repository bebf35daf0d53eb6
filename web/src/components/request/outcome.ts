/** What has become of a request. */
export type Outcome = {
  /** The job queue entry. */
  readonly entry: string
  /** Whether it runs now, in the foreground or in the background, or is planned. */
  readonly mode: 'foreground' | 'background' | 'planned'
  /** Whether the same thing was waiting already. */
  readonly alreadyQueued: boolean
}

/** What the server answers: to a sync of a shop, or to a new entry. */
export type Answer =
  | { readonly entry: string; readonly mode: 'foreground' | 'background'; readonly alreadyQueued: boolean }
  | { readonly id: string }

/** Reads the server's answer to a request that was for now, or for later. */
export function outcomeOf(answer: Answer, now: boolean): Outcome {
  if ('entry' in answer) return answer
  return { entry: answer.id, mode: now ? 'background' : 'planned', alreadyQueued: false }
}
