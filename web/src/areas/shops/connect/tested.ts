/** What a store has answered to a test. */
export type Tested = {
  readonly name: string
  readonly domain: string
  readonly grantedScopes: string
  readonly capabilities: readonly Capability[]
  /** The topics of which the store was to tell by webhooks, and does not any more. */
  readonly missingWebhooks: readonly string[]
  readonly webhooksRegisteredAgain: boolean
}

/** Something that Kobling does in a store. */
export type Capability = {
  readonly capability: string
  readonly scopes: readonly string[]
  readonly missing: readonly string[]
  /** What does not work without them, in English. */
  readonly without: string
  readonly optional: boolean
}
