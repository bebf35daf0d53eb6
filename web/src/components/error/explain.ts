import type { TFunction } from 'i18next'
import { ApiError } from '@/api/client'

/** What went wrong, and what the person can do. */
export type Explanation = { readonly cause: string; readonly remedy?: string }

/** Says an error as cause and remedy. The server's own sentence is the cause, where there is one. */
export function explain(t: TFunction, error: unknown): Explanation {
  if (!(error instanceof ApiError)) return { cause: t('errors.unexpected'), remedy: t('errors.unexpectedRemedy') }
  const [cause, remedy] = parts(error.message)
  switch (error.status) {
    case 0:
      return { cause: t('errors.unreachable'), remedy: t('errors.unreachableRemedy') }
    case 403:
      return { cause: cause || t('errors.forbidden'), remedy: remedy ?? t('errors.forbiddenRemedy') }
    case 404:
      return { cause: cause || t('errors.notFound'), remedy: remedy ?? t('errors.notFoundRemedy') }
    case 412:
      return { cause: t('errors.changed'), remedy: t('errors.changedRemedy') }
    default:
      return { cause: cause || t('errors.unexpected'), ...(remedy ? { remedy } : {}) }
  }
}

/** Each thing that is wrong with a document, where the server tells several: the line, and what it says of it. */
export function partsOf(t: TFunction, error: unknown): readonly string[] {
  if (!(error instanceof ApiError)) return []
  return error.details.map(({ line, message }) =>
    line === undefined ? sentence(message) : `${t('errors.line', { line })}: ${sentence(message)}`,
  )
}

/** The server writes cause and remedy as one sentence with a colon between them. */
function parts(message: string): [string, string?] {
  const colon = message.indexOf(': ')
  if (colon < 20) return [sentence(message)]
  return [sentence(message.slice(0, colon)), sentence(message.slice(colon + 2))]
}

/** What the server says against a filter, beside the filter itself: which it is need not be said again. */
export const filterFault = (message: string) => sentence(message.replace(/^the filter on \S+ can't be read: /i, ''))

/** A text as a sentence of its own. */
export const sentence = (text: string) =>
  text && text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')

/** What support needs to find the failure: ids, time and zone. */
export function detailsOf(error: unknown): string {
  const at = error instanceof ApiError ? error.at : new Date()
  const lines = [
    ['Error', error instanceof Error ? error.message || error.name : String(error)],
    ['Time', at.toISOString()],
    ['Time zone', Intl.DateTimeFormat().resolvedOptions().timeZone],
    ['Page', location.pathname],
  ]
  if (error instanceof ApiError) {
    lines.push(['Status', String(error.status)], ['Code', error.code], ['Request', error.request])
    if (error.target) lines.push(['Target', error.target])
    if (error.requestId) lines.push(['Request id', error.requestId])
  }
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n')
}
