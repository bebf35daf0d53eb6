import type { TFunction } from 'i18next'
import i18next from 'i18next'

/** What a field of the shop card does; nothing, where its caption says it. */
export function hintOf(t: TFunction, field: string): string | undefined {
  const key = `shops.hints.${field}` as 'shops.hints.enabled'
  return i18next.exists(key, { lng: 'en' }) ? t(key as 'shops.hints.enabled') : undefined
}
