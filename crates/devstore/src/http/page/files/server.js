// What the page asks the devstore for.

import { sentence } from './format.js'

let store = ''

/** From now on it is this store that is asked. */
export function choose(domain) {
  store = domain
}

/** The store that is asked. */
export function chosen() {
  return store
}

/** Told when this page has `changed` something, and when the store may hold other `data` than before. */
export const news = new EventTarget()

/** What the devstore refuses, in a sentence. */
export class Refused extends Error {}

async function fetched(path, body) {
  const options = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const headers = body === undefined ? {} : { 'content-type': 'application/json' }
  let answer
  try {
    answer = await fetch(path, { ...options, headers, cache: 'no-store' })
  } catch {
    throw new Refused('The devstore does not answer: it may have ended.')
  }
  const json = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Refused(sentence({ message: json.error ?? `The devstore answers with ${answer.status}` }))
  return json
}

const ofStore = (what) => `/_devstore/stores/${encodeURIComponent(store)}/${what}`

/** The domains of the stores. */
export const stores = async () => (await fetched('/_devstore/stores')).value

/** What changes from one second to the next. */
export const pulse = () => fetched(ofStore('pulse'))

/** What a control endpoint tells. */
export const told = (what) => fetched(`/_devstore/${what}`)

/** The same, of what is told of the chosen store: the last so many. */
export const latest = (what, last) => told(`${what}?store=${encodeURIComponent(store)}&last=${last}`)

/** Has a control endpoint do something. */
export async function control(what, body) {
  const answer = await fetched(`/_devstore/${what}`, body)
  news.dispatchEvent(new Event('changed'))
  return answer
}

/** The data of a document, asked for as the merchant. */
export async function ask(query, variables = {}) {
  const { data, errors } = await fetched(ofStore('graphql.json'), { query, variables })
  if (errors) throw new Refused(errors.map(sentence).join(' '))
  return data
}

/** The payload of a document's only mutation; its user errors are thrown as one text. */
export async function change(query, variables) {
  const [payload] = Object.values(await ask(query, variables))
  const errors = payload.orderCancelUserErrors ?? payload.userErrors
  news.dispatchEvent(new Event('changed'))
  if (errors.length > 0) throw new Refused([...new Set(errors.map(sentence))].join(' '))
  return payload
}

/** A key by which the store knows a request again. */
export function key() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
