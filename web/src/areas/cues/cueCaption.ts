import type { TFunction } from 'i18next'
import i18next from 'i18next'

/** What a cue is called; its own name, when it is one that we don't know. */
export function cueCaption(t: TFunction, name: string): string {
  const key = `cues.${name}` as 'cues.unprocessedOrders'
  return i18next.exists(key) ? t(key as 'cues.unprocessedOrders') : name
}
