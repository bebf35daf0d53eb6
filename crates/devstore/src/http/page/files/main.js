// The page: its tabs, and the pulse that says when something has changed.

import { budget } from './budget.js'
import { attempt, say } from './dialog.js'
import { drafts } from './drafts.js'
import { make, put } from './elements.js'
import { faults, mend, said } from './faults.js'
import { plain, when } from './format.js'
import { journal } from './journal.js'
import { orders } from './orders.js'
import { payments } from './payments.js'
import { products } from './products.js'
import { choose, chosen, news, pulse, stores } from './server.js'
import { tabs } from './tabs.js'
import { webhooks } from './webhooks.js'

/** Between two pulses, in milliseconds. */
const PAUSE = 1000

const part = (id) => document.getElementById(id)
let shown
/** The numbers of the pulse that what is shown was read at. */
let read = {}
let lost = false
let next
let turn = 0

/** Asks for the pulse and shows what has changed; then again and again, while someone looks. */
async function beat() {
  clearTimeout(next)
  turn += 1
  const mine = turn
  try {
    const now = await pulse()
    if (mine !== turn) return
    tell(now)
    await refresh({ data: now.revision, calls: now.calls })
    if (lost) say('The devstore answers again.')
    lost = false
  } catch (error) {
    if (!lost) say(error.message, true)
    lost = true
  }
  if (mine === turn && !document.hidden) next = setTimeout(beat, PAUSE)
}

function tell(now) {
  const { currentlyAvailable, maximumAvailable } = now.budget
  put(part('clock'), when(now.now))
  Object.assign(part('glance'), { max: maximumAvailable, value: currentlyAvailable })
  put(part('points'), `${plain(currentlyAvailable)} of ${plain(maximumAvailable)}`)
  const broken = now.faults.length > 0
  put(part('network'), broken ? said(now.faults) : 'The network works.')
  part('network').className = broken ? 'mark bad' : 'mark good'
  part('mend').setAttribute('aria-disabled', String(!broken))
  shown.beat?.(now)
}

async function refresh(numbers) {
  const [view, store] = [shown, chosen()]
  if (numbers.data !== read.data) news.dispatchEvent(new Event('data'))
  if (view.read && numbers[view.reads] !== read[view.reads]) await view.read()
  if (view === shown && store === chosen()) read = numbers
}

/** Begins anew: what was read is of another tab or another store. */
function begin(view) {
  shown = view
  read = {}
  beat()
}

news.addEventListener('changed', beat)
document.addEventListener('visibilitychange', () => document.hidden || beat())
part('mend').addEventListener('click', () => {
  if (part('mend').getAttribute('aria-disabled') === 'false') attempt(mend)
})

attempt(async () => {
  const domains = await stores()
  part('store').append(...domains.map((domain) => make('option', { value: domain }, domain)))
  part('store').addEventListener('change', () => {
    choose(part('store').value)
    shown.forget?.()
    begin(shown)
  })
  choose(domains[0])
  tabs(part('tabs'), part('panels'), [orders, drafts, products, payments, budget, webhooks, journal, faults], begin)
})
