import { useSyncExternalStore } from 'react'
import { keepSetting, readSetting } from '@/api/settings'
import { browserLanguage, languages, setLanguage, type Language } from '@/i18n'
import type { Look } from './theme'

/** What the browser keeps, so that the first page already looks right; the server keeps it for other browsers. */
const stored = (key: string) => localStorage.getItem(`kobling.${key}`)
const store = (key: string, value: string) => localStorage.setItem(`kobling.${key}`, value)

const isLook = (value: unknown): value is Look => value === 'light' || value === 'dark' || value === 'system'
const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

const systemDark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
const changed = () => listeners.forEach((listener) => listener())
systemDark.addEventListener('change', () => {
  applyLook()
  changed()
})

/** The language to begin with. */
export function firstLanguage(): Language {
  const language = stored('language')
  return isLanguage(language) ? language : browserLanguage()
}

export function look(): Look {
  const value = stored('theme')
  return isLook(value) ? value : 'system'
}

const isDark = () => look() === 'dark' || (look() === 'system' && systemDark.matches)

/** Whether the application is dark now. */
export function useDark(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, isDark)
}

/** Native controls and scroll bars follow. */
export function applyLook(): void {
  document.documentElement.style.colorScheme = isDark() ? 'dark' : 'light'
}

export function chooseLook(value: Look): void {
  store('theme', value)
  applyLook()
  changed()
  void keepSetting('theme', value).catch(() => undefined)
}

export async function chooseLanguage(language: Language): Promise<void> {
  store('language', language)
  await setLanguage(language)
  void keepSetting('language', language).catch(() => undefined)
}

/** Takes over what the user has chosen in another browser. */
export async function readPreferences(): Promise<void> {
  const [theme, language] = await Promise.all([readSetting('theme'), readSetting('language')]).catch(() => [null, null])
  if (isLook(theme)) store('theme', theme)
  applyLook()
  changed()
  if (!isLanguage(language)) return
  store('language', language)
  await setLanguage(language)
}
