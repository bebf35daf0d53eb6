import type { TFunction } from 'i18next'
import i18next from 'i18next'

/** What a task is called; its own name, when it is one that we don't know. */
export function taskCaption(t: TFunction, objectId: number, name: string): string {
  const key = `tasks.t${objectId}` as 'tasks.t30104'
  return i18next.exists(key) ? t(key as 'tasks.t30104') : name || String(objectId)
}
