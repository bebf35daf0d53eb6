import { make, row, rows, table } from './elements.js'
import { when, words } from './format.js'
import { latest } from './server.js'

const MOST = 200

const COLUMNS = [
  ['When'],
  ['Operation'],
  ['Kind'],
  ['Points asked', 'number'],
  ['Points spent', 'number'],
  ['Status', 'number'],
  ['Outcome'],
]

const TONES = { done: 'good', throttled: 'warn', errors: 'bad', refused: 'bad', fault: 'bad' }

const { body, whole } = table('Journal', COLUMNS)

/** The tab of what apps have asked of the store, the latest first. */
export const journal = {
  id: 'journal',
  title: 'Journal',
  reads: 'calls',
  async read() {
    const { value } = await latest('journal', MOST)
    rows(body, numbered(value).reverse(), {
      key: (entry) => entry.key,
      add,
      empty: 'No app has asked for anything yet.',
      columns: COLUMNS.length,
    })
  },
  build(panel) {
    const text = `The last ${MOST} requests of apps to this store. What is done on this page is not among them.`
    panel.append(make('p', { className: 'bar hint' }, text), whole)
  },
}

/** Entries with keys: those that say the same are told apart by their order. */
export function numbered(entries) {
  const seen = new Map()
  return entries.map((entry) => {
    const text = JSON.stringify(entry)
    seen.set(text, (seen.get(text) ?? 0) + 1)
    return { ...entry, key: `${text} ${seen.get(text)}` }
  })
}

function add(entry) {
  const points = (number) => (number === null ? '' : String(number))
  return {
    element: row(
      [when(entry.time), 'time'],
      [entry.operation, 'wide'],
      [words(entry.kind)],
      [points(entry.requestedQueryCost), 'number'],
      [points(entry.actualQueryCost), 'number'],
      [entry.status === 0 ? 'No answer' : String(entry.status), 'number'],
      [make('span', { className: `mark ${TONES[entry.outcome] ?? ''}` }, words(entry.outcome))],
    ),
  }
}
