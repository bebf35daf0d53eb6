import type { TFunction } from 'i18next'
import i18next from 'i18next'
import { optionKey, taskCaption } from '@/i18n/captions'

/** What was found, by a code and what its sentence names; with the English sentence for a code that we don't know. */
export type Found = {
  readonly code: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly message: string
}

/** The fields of cards that sentences name. */
const FIELDS = [
  'defaultCustomerNumber',
  'customerTemplateCode',
  'autoCreateUnknownCustomers',
  'itemTemplateCode',
  'stockCalculation',
  'defaultLocationCode',
  'locationFilter',
] as const
/** The tasks that they name. */
const TASKS = [30102, 30103, 30104, 30108] as const

const caption = (t: TFunction, field: string) => {
  const key = `fields.${field}` as 'fields.code'
  return i18next.exists(key) ? t(key as 'fields.code') : field
}

/** One thing that a sentence names, as people read it. */
function shown(t: TFunction, number: (value: number) => string, name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => shown(t, number, name, one)).join(', ')
  if (name === 'fields') return caption(t, String(value))
  if (name === 'objects') return taskCaption(t, Number(value), String(value))
  if (name === 'subject') {
    const key = `goingLive.subject.${optionKey(String(value))}` as 'goingLive.subject.goods'
    return i18next.exists(key) ? t(key as 'goingLive.subject.goods') : String(value)
  }
  if (/percent$/i.test(name) && value !== '') return number(Number(value))
  return typeof value === 'number' ? number(value) : String(value)
}

/** What was found, in the language of the person who looks. */
export function said(t: TFunction, number: (value: number) => string, found: Found): string {
  const key = `goingLive.said.${found.code}` as 'goingLive.said.connected'
  if (!i18next.exists(key)) return found.message
  const values: Record<string, string> = {}
  for (const field of FIELDS) values[field] = caption(t, field)
  for (const id of TASKS) values[`t${id}`] = taskCaption(t, id, '')
  for (const [name, value] of Object.entries(found.parameters)) values[name] = shown(t, number, name, value)
  const sentence = t(key as 'goingLive.said.connected', { store: '', ...values })
  const more = Number(found.parameters['more'] ?? 0)
  return more > 0 ? `${sentence} ${t('goingLive.said.andMore', { count: more })}` : sentence
}
