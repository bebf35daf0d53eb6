import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { en } from './en'
import { first } from './en/first'

/** The languages of the user interface. */
export const languages = ['en', 'nb'] as const
export type Language = (typeof languages)[number]

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: { app: typeof en }
  }
}

/** Starts with `language`. The English of the first pages is always there, another language is loaded when it is wanted. */
export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'app',
    ns: ['app'],
    resources: { en: { app: first } },
    interpolation: { escapeValue: false },
  })
  await setLanguage(language)
}

/** Sees to it that the texts of all pages are there. */
export async function loadTexts(): Promise<void> {
  if (i18next.exists('request.title', { lng: 'en' })) return
  const { rest } = await import('./en/rest')
  i18next.addResourceBundle('en', 'app', rest, true)
}

/** Changes the language of everything that is shown. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'nb' && !i18next.hasResourceBundle('nb', 'app')) {
    const { nb } = await import('./nb')
    i18next.addResourceBundle('nb', 'app', nb)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** The language that is shown now. */
export function currentLanguage(): Language {
  return i18next.language === 'nb' ? 'nb' : 'en'
}

/** The language that the browser asks for, if it is one of ours. */
export function browserLanguage(): Language {
  return navigator.languages.some((l) => /^(nb|nn|no)\b/i.test(l)) ? 'nb' : 'en'
}
