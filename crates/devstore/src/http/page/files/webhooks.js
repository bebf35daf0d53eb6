import { make, put, row, rows, table } from './elements.js'
import { count, when, words } from './format.js'
import { numbered } from './journal.js'
import { ask, latest } from './server.js'

const MOST = 100

const SUBSCRIPTIONS = `query Subscriptions {
  webhookSubscriptions(first: 250) { nodes { id topic uri filter createdAt } }
}`

const OF_SUBSCRIPTIONS = [['Topic'], ['Address'], ['Filter'], ['Since']]
const OF_TRIES = [['When'], ['Topic'], ['Address'], ['Try', 'number'], ['Answer']]

const subscriptions = table('Subscriptions', OF_SUBSCRIPTIONS)
const tries = table('Deliveries', OF_TRIES)
const waiting = make('p', { className: 'hint' })

/** The tab of what the store tells: to whom, and what came of it. */
export const webhooks = {
  id: 'webhooks',
  title: 'Webhooks',
  reads: 'data',
  async read() {
    const [{ webhookSubscriptions }, { attempts }] = [await ask(SUBSCRIPTIONS), await latest('webhooks', MOST)]
    rows(subscriptions.body, webhookSubscriptions.nodes, {
      key: ({ id }) => id,
      add: ({ topic, uri, filter, createdAt }) => ({
        element: row([words(topic)], [uri, 'wide'], [filter ?? '', 'wide'], [when(createdAt), 'time']),
      }),
      empty: 'No app has subscribed to anything.',
      columns: OF_SUBSCRIPTIONS.length,
    })
    rows(tries.body, numbered(attempts).reverse(), {
      key: (attempt) => attempt.key,
      add,
      empty: 'Nothing has been delivered yet.',
      columns: OF_TRIES.length,
    })
  },
  beat({ waiting: number, nextDue }) {
    const due = nextDue ? `, the next one at ${when(nextDue)}` : ''
    put(waiting, number === 0 ? 'No delivery waits.' : `${count(number, 'delivery waits', 'deliveries wait')}${due}.`)
  },
  build(panel) {
    panel.append(
      make('h2', {}, 'Subscriptions'),
      subscriptions.whole,
      make('h2', {}, 'Deliveries'),
      waiting,
      tries.whole,
      make('p', { className: 'hint' }, `The last ${MOST}, the latest first.`),
    )
  },
}

function add({ time, topic, uri, attempt, status, error }) {
  const done = status >= 200 && status < 300
  const answer = make('span', { className: `mark ${done ? 'good' : 'bad'}` }, status ? String(status) : 'No answer')
  return {
    element: row(
      [when(time), 'time'],
      [topic],
      [uri, 'wide'],
      [String(attempt), 'number'],
      [[answer, error ? ` ${error}` : ''], 'wide'],
    ),
  }
}
