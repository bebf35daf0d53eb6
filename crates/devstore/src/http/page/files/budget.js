import { attempt } from './dialog.js'
import { field, make, number, put, row, rows, table } from './elements.js'
import { count, plain } from './format.js'
import { control, told } from './server.js'

const COLUMNS = [['Operation'], ['Calls', 'number'], ['Points', 'number'], ['Throttled', 'number']]

const meter = make('meter', { className: 'large', min: '0', 'aria-label': 'Points in the bucket' })
const level = make('p', { className: 'sum' })
const full = make('p', { className: 'hint' })
const sums = make('p', { className: 'hint' })
const { body, whole } = table('Points by operation', COLUMNS)

const bucket = number({ min: '1', step: 'any' })
const rate = number({ min: '0.1', step: 'any' })
const latency = number({})

/** The tab of the bucket that apps pay from, and what they have paid. */
export const budget = {
  id: 'budget',
  title: 'Budget',
  reads: 'calls',
  async read() {
    const { calls, points, throttled, byOperation } = await told('journal/summary')
    put(sums, `In all stores: ${count(calls, 'call')}, ${count(points, 'point')}, ${plain(throttled)} throttled.`)
    const operations = Object.entries(byOperation).map(([name, sum]) => ({ name, ...sum }))
    operations.sort((one, other) => other.points - one.points)
    rows(body, operations, {
      key: ({ name }) => name,
      add,
      tell,
      empty: 'Nothing has been paid yet.',
      columns: COLUMNS.length,
    })
  },
  beat({ budget: { currentlyAvailable, maximumAvailable, restoreRate }, limits }) {
    Object.assign(meter, { max: maximumAvailable, low: maximumAvailable / 4, optimum: maximumAvailable })
    meter.value = currentlyAvailable
    put(level, `${plain(currentlyAvailable)} of ${plain(maximumAvailable)} points`)
    const seconds = Math.ceil((maximumAvailable - currentlyAvailable) / restoreRate)
    const rest = seconds > 0 ? `full in ${plain(seconds)} s` : 'it is full'
    put(full, `${plain(restoreRate)} points flow back each second; ${rest}.`)
    if (!form.contains(document.activeElement)) fill(limits)
  },
  build(panel) {
    panel.append(
      make('div', { className: 'card' }, make('h2', {}, 'Bucket'), level, meter, full),
      make('div', { className: 'card' }, make('h2', {}, 'Limits'), form),
      make('h2', {}, 'Points by operation'),
      whole,
      sums,
    )
  },
}

const form = make(
  'form',
  { onsubmit: (event) => attempt(() => save(event)) },
  make(
    'div',
    { className: 'fields' },
    field('Bucket (points)', bucket),
    field('Restored (points a second)', rate),
    field('Delay of an answer (ms)', latency),
  ),
  make('button', {}, 'Set the limits'),
)

function fill({ bucket: points, restoreRate, latencyMs }) {
  for (const [input, value] of [
    [bucket, points],
    [rate, restoreRate],
    [latency, latencyMs],
  ]) {
    if (input.value !== String(value)) input.value = String(value)
  }
}

async function save(event) {
  event.preventDefault()
  const limits = { bucket: bucket.valueAsNumber, restoreRate: rate.valueAsNumber, latencyMs: latency.valueAsNumber }
  await control('limits', limits)
  return 'The limits of every store are set, and every bucket is full.'
}

function add({ name }) {
  const cells = { calls: make('span'), points: make('span'), throttled: make('span') }
  const { calls, points, throttled } = cells
  return { cells, element: row([name, 'wide'], [calls, 'number'], [points, 'number'], [throttled, 'number']) }
}

function tell({ cells }, sum) {
  for (const [name, cell] of Object.entries(cells)) put(cell, plain(sum[name]))
}
