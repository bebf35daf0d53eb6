import { attempt } from './dialog.js'
import { field, make, number } from './elements.js'
import { control } from './server.js'

const chance = () => number({ max: '100', value: '0' })
const inputs = { lost: chance(), duplicated: chance(), reordered: chance(), delayMs: number({ value: '0' }) }
const CHANCES = ['lost', 'duplicated', 'reordered']

const form = make(
  'form',
  { onsubmit: (event) => attempt(() => save(event)) },
  make(
    'div',
    { className: 'fields' },
    field('Never made (%)', inputs.lost),
    field('Made twice (%)', inputs.duplicated),
    field('Overtaken by later ones (%)', inputs.reordered),
    field('Delay of each (ms)', inputs.delayMs),
  ),
  make('button', {}, 'Set'),
)

/** How unreliable the deliveries of webhooks are. */
export const unreliable = {
  card: make(
    'div',
    { className: 'card' },
    make('h2', {}, 'Webhooks'),
    make('p', { className: 'hint' }, 'Of the deliveries of what happens from now on:'),
    form,
  ),
  beat({ webhookFaults }) {
    if (form.contains(document.activeElement)) return
    for (const [name, input] of Object.entries(inputs)) {
      const value = String(CHANCES.includes(name) ? Math.round(webhookFaults[name] * 100) : webhookFaults[name])
      if (input.value !== value) input.value = value
    }
  },
}

async function save(event) {
  event.preventDefault()
  const faults = Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, input.valueAsNumber / (CHANCES.includes(name) ? 100 : 1)]),
  )
  await control('webhooks/faults', { faults, seed: Math.floor(Math.random() * 2 ** 32) })
  return 'Set for what happens from now on.'
}
