import type { Row } from '@/api/fields'

/** The ways into a store, the recommended one first. */
export const ways = ['clientCredentials', 'accessToken', 'letIn', 'refreshToken'] as const
export type Way = (typeof ways)[number]

/** The steps of the guide. */
export const steps = ['way', 'store', 'credentials', 'outcome'] as const
export type Step = (typeof steps)[number]

/** What a person has entered. */
export type Draft = {
  readonly way: Way
  readonly code: string
  readonly domain: string
  readonly adminUrl: string
  readonly token: string
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string
}

export const empty: Draft = {
  way: 'clientCredentials',
  code: '',
  domain: '',
  adminUrl: '',
  token: '',
  clientId: '',
  clientSecret: '',
  refreshToken: '',
}

/** What is known of a shop that is connected again: all but its secrets, which are never shown. */
export function draftOf({ code = '', domain = '', adminUrl = '' }: Row<'shopifyShops'>): Draft {
  return { ...empty, code, domain, adminUrl: adminUrl === `https://${domain}` ? '' : adminUrl }
}

/**
 * The draft, when someone else has left the shop otherwise than it was when it was begun: what was entered stays, and what
 * was not touched is as it is now.
 */
export function rebased(draft: Draft, before: Row<'shopifyShops'>, now: Row<'shopifyShops'>): Draft {
  const untouched = draft.adminUrl === draftOf(before).adminUrl
  return untouched ? { ...draft, adminUrl: draftOf(now).adminUrl } : draft
}

/** The fields that a way needs. */
export const secretsOf = {
  clientCredentials: ['clientId', 'clientSecret'],
  accessToken: ['token'],
  letIn: ['clientId', 'clientSecret'],
  refreshToken: ['clientId', 'clientSecret', 'refreshToken'],
} as const satisfies Record<Way, readonly (keyof Draft)[]>

/** The name of a store in any of its addresses; undefined where there is none. */
export function storeName(text: string): string | undefined {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/+$/, '')
  const inAdmin = /^admin\.shopify\.com\/store\/([^/?#]+)/.exec(address)
  const name = inAdmin?.[1] ?? /^(.+)\.myshopify\.com$/.exec(address)?.[1]
  return name !== undefined && /^[a-z0-9][a-z0-9-]*$/.test(name) ? name : undefined
}

/** What a shop is called when its user has no better idea. */
export const suggestedCode = (domain: string) => (storeName(domain) ?? '').toUpperCase().slice(0, 20)

/** Whether one may leave a step for the next. */
export function mayGoOn(step: Step, draft: Draft): boolean {
  switch (step) {
    case 'way':
      return true
    case 'store':
      return storeName(draft.domain) !== undefined && draft.code.trim() !== ''
    case 'credentials':
      return secretsOf[draft.way].every((field) => draft[field].trim() !== '')
    case 'outcome':
      return false
  }
}

/** What the API wants to know: only what belongs to the way. A blank Admin URL is that of the store itself. */
export function credentialsOf(draft: Draft): Readonly<Record<string, string>> {
  const secrets = secretsOf[draft.way].map((field) => [field, draft[field].trim()] as const)
  return { ...Object.fromEntries(secrets), adminUrl: draft.adminUrl.trim() }
}
