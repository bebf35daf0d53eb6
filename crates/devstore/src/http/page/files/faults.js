import { attempt } from './dialog.js'
import { choice, field, make, number, put, row, rows, select, table } from './elements.js'
import { count, words } from './format.js'
import { control, told } from './server.js'
import { unreliable } from './unreliable.js'

/** What can go wrong, what the client sees of it, and what there is to say about it. */
const KINDS = {
  reset: ['The connection breaks before anything was run.'],
  lostResponse: ['The request is run, and the connection breaks before the answer.'],
  unanswered: ['The request is run, and no answer comes; then the connection breaks.', 'seconds'],
  timeout: ['No answer comes, then the connection breaks; nothing was run.', 'seconds'],
  status: ['An HTTP status, with a page; nothing was run.', 'status'],
  throttled: ['The bucket seems to be empty; nothing was run.'],
  internalError: ['INTERNAL_SERVER_ERROR with status 200; nothing was run.'],
  cutOff: ['The request is run, and the connection breaks in the middle of the answer.'],
  truncated: ['The request is run, and half of the answer comes as if it were all.'],
  partial: ['The request is run; its first field is null, with an error that says so.'],
  denied: ['The request is run; its first field is null, with an ACCESS_DENIED that says so.'],
  nulled: ['The request is run; its first field is null.'],
  unknownEnum: ['The request is run; the enums of its answer have values that no client has seen.'],
  stillRunning: ['The request is run, and the connection breaks; for a while its key is still in use.', 'seconds'],
  failedAttempt: ['The request fails, and its idempotency key is good for nothing.'],
  purchase: ['A shopper buys a piece of the first row that the request writes, before it is run.'],
  bulkInternalError: ['A bulk operation fails with INTERNAL_SERVER_ERROR.', 'objects'],
  bulkTimeout: ['A bulk operation fails with TIMEOUT.', 'objects'],
  bulkAccessDenied: ['A bulk operation fails with ACCESS_DENIED.', 'objects'],
  bulkCanceled: ['The store cancels a bulk operation.', 'objects'],
  bulkExpired: ['The result of a bulk operation expires before anyone has seen it.', 'objects'],
  bulkLineError: ['A line of a bulk mutation is answered with INTERNAL_SERVER_ERROR; it was not run.'],
}

/** As often as a fault can hit: until someone mends it. */
const FOR_EVER = 2 ** 32 - 1

const COLUMNS = [['What goes wrong'], ['With'], ['How likely', 'number'], ['How often', 'number'], ['']]

const kind = select(
  Object.keys(KINDS).map((name) => [name, words(name)]),
  { onchange: explain },
)
const hint = make('p', { className: 'hint' })
const names = make('datalist', { id: 'operations' })
const operation = make('input', { placeholder: 'every operation', list: 'operations', autocomplete: 'off' })
const likely = number({ min: '1', max: '100', value: '100' })
const always = choice('Until it is mended', { type: 'checkbox', checked: true, onchange: explain })
const times = number({ min: '1', max: String(FOR_EVER), value: '1' })
const more = {
  seconds: number({ min: '1', value: '60' }),
  status: number({ min: '400', max: '599', value: '503' }),
  objects: number({ value: '0' }),
}
const labels = {
  times: field('How many requests', times),
  seconds: field('For so many seconds', more.seconds),
  status: field('HTTP status', more.status),
  objects: field('After so many objects', more.objects),
}
const { body, whole } = table('Faults to come', COLUMNS)

let planned = []

/** The tab of what goes wrong. */
export const faults = {
  id: 'faults',
  title: 'Faults',
  reads: 'calls',
  async read() {
    const { byOperation } = await told('journal/summary')
    names.replaceChildren(...Object.keys(byOperation).map((value) => make('option', { value })))
  },
  beat(now) {
    planned = now.faults
    rows(
      body,
      planned.map((fault, place) => ({ fault, place, key: `${place} ${JSON.stringify({ ...fault, times: 0 })}` })),
      {
        key: (one) => one.key,
        add,
        tell: ({ left }, { fault }) => put(left, often(fault)),
        empty: 'Nothing goes wrong.',
        columns: COLUMNS.length,
      },
    )
    unreliable.beat(now)
  },
  build(panel) {
    explain()
    const form = make(
      'form',
      { onsubmit: (event) => attempt(() => breaks(event)) },
      make(
        'div',
        { className: 'fields' },
        field('What goes wrong', kind),
        field('With', operation),
        field('How likely (%)', likely),
      ),
      hint,
      always.label,
      make('div', { className: 'fields more' }, Object.values(labels)),
      make('button', { className: 'main' }, 'Break the network'),
      names,
    )
    panel.append(make('div', { className: 'card' }, make('h2', {}, 'Requests'), form), whole, unreliable.card)
  },
}

/** Says in short what goes wrong. */
export function said([first, ...others]) {
  const rest = others.length > 0 ? ` and ${count(others.length, 'other fault')}` : ''
  return `${words(first.kind)}, ${often(first)}${rest}`
}

/** Nothing goes wrong any more. */
export async function mend() {
  await plan([])
  return 'The network works again.'
}

function often({ times: left }) {
  return left > FOR_EVER / 2 ? 'until mended' : `${count(left, 'more request')}`
}

function explain() {
  const [text, needs] = KINDS[kind.value]
  put(hint, text)
  labels.times.hidden = always.input.checked
  for (const name of Object.keys(more)) labels[name].hidden = name !== needs
}

async function breaks(event) {
  event.preventDefault()
  const [, needs] = KINDS[kind.value]
  const fault = {
    kind: kind.value,
    operation: operation.value.trim() || undefined,
    probability: likely.valueAsNumber / 100,
    times: always.input.checked ? FOR_EVER : times.valueAsNumber,
  }
  if (needs) fault[needs] = more[needs].valueAsNumber
  await plan([...planned, fault])
  return `The network is broken: ${said([fault]).toLowerCase()}.`
}

function plan(faults) {
  return control('faults', { faults, seed: Math.floor(Math.random() * 2 ** 32) })
}

function add({ fault, place }) {
  const left = make('span')
  const remove = make('button', { type: 'button', 'aria-label': `Mend ${words(fault.kind)}` }, 'Mend')
  remove.addEventListener('click', () =>
    attempt(async () => {
      await plan(planned.filter((_, other) => other !== place))
      return `${words(fault.kind)} is mended.`
    }),
  )
  const likelihood = `${Math.round(fault.probability * 100)} %`
  const what = fault.kind === 'status' ? `Status ${fault.status ?? 500}` : words(fault.kind)
  const element = row(
    [what],
    [fault.operation ?? 'Every operation', 'wide'],
    [likelihood, 'number'],
    [left, 'number'],
    [remove, 'actions number'],
  )
  return { element, left }
}
