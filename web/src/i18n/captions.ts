import type { TFunction } from 'i18next'
import i18next from 'i18next'
import type { en } from './en'

/** A field's caption, by its key. */
export type FieldCaption = keyof typeof en.fields

/** The key under which an option's caption stands: `On Hold` is `onHold`, `%` is `percent`. */
export function optionKey(value: string): string {
  if (value === '%') return 'percent'
  const words = value.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const [first = 'blank', ...rest] = words
  const lower = (word: string) =>
    /^\p{Lu}+\d*$/u.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1)
  return lower(first) + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** The caption of an option's value; the value itself, when it is one that we don't know. */
export function optionCaption(t: TFunction, value: string): string {
  const key = `options.${optionKey(value)}` as 'options.ready'
  return value === '' || !i18next.exists(key) ? value : t(key as 'options.ready')
}

/** What a task is called; its own name, when it is one that we don't know. */
export function taskCaption(t: TFunction, objectId: number, name: string): string {
  const key = `tasks.t${objectId}` as 'tasks.t30104'
  return i18next.exists(key) ? t(key as 'tasks.t30104') : name || String(objectId)
}
