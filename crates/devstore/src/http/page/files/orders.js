import { cancel } from './cancel.js'
import { attempt, say } from './dialog.js'
import { edit } from './edit.js'
import { make, offer, put, row, rows, table } from './elements.js'
import { count, minute, money, words } from './format.js'
import { fulfil, look, pay } from './order.js'
import { place } from './place.js'
import { refund } from './refund.js'
import { ask, chosen, control } from './server.js'

const PAGE = 50

const ORDERS = `query Orders($first: Int!, $after: String, $query: String) {
  orders(first: $first, after: $after, query: $query, sortKey: CREATED_AT, reverse: true) {
    nodes {
      id name createdAt cancelledAt edited displayFinancialStatus displayFulfillmentStatus
      canMarkAsPaid fulfillable refundable restockable
      email customer { displayName }
      currentSubtotalLineItemsQuantity
      currentTotalPriceSet { shopMoney { amount currencyCode } }
      totalOutstandingSet { shopMoney { amount currencyCode } }
    }
    pageInfo { hasNextPage endCursor }
  }
  ordersCount(query: $query) { count }
}`

const COLUMNS = [
  ['Order'],
  ['Placed'],
  ['Customer'],
  ['Items', 'number'],
  ['Payment', 'state'],
  ['Delivery', 'state'],
  ['Total', 'number'],
  ['To pay', 'number money'],
  [''],
]

/** What is good, what waits for someone, and what is neither. */
const TONES = { PAID: 'good', FULFILLED: 'good', PENDING: 'warn', PARTIALLY_PAID: 'warn', ON_HOLD: 'warn' }

const { body, whole } = table('Orders', COLUMNS)
const counted = make('span', { className: 'quiet' })
const search = make('input', {
  type: 'search',
  placeholder: 'name:#1001, financial_status:paid',
  'aria-label': 'Search orders',
})
const newer = offer('Newer', () => turn(cursors.slice(0, -1)), say)
const older = offer('Older', () => turn([...cursors, end]), say)

/** The ends of the pages before this one, and the end of this one. */
let cursors = []
let end
let query

function turn(to) {
  cursors = to
  attempt(read)
}

/** The tab of orders: what they are, and what can be done with them. */
export const orders = {
  id: 'orders',
  title: 'Orders',
  reads: 'data',
  read,
  forget() {
    cursors = []
  },
  build(panel) {
    const form = make('form', { role: 'search', onsubmit: searched }, search, ' ', make('button', {}, 'Search'))
    const one = make(
      'button',
      { type: 'button', className: 'main', onclick: () => attempt(() => place()) },
      'Place an order…',
    )
    const any = make('button', { type: 'button', onclick: () => attempt(placeAny) }, 'Place one at random')
    panel.append(
      make('div', { className: 'bar' }, one, any, make('span', { className: 'end' }, form)),
      whole,
      make('p', { className: 'bar' }, counted, make('span', { className: 'end' }, newer.button, ' ', older.button)),
    )
  },
}

function searched(event) {
  event.preventDefault()
  query = search.value.trim() || undefined
  turn([])
}

async function placeAny() {
  const { orders: placed } = await control('orders', { count: 1, store: chosen() })
  return `${placed[0].name} is placed.`
}

async function read() {
  const asked = cursors
  const data = await ask(ORDERS, { first: PAGE, after: cursors.at(-1), query })
  if (asked !== cursors) return
  const { nodes, pageInfo } = data.orders
  end = pageInfo.endCursor
  const empty = query ? 'No order is like that.' : 'There are no orders yet.'
  if (body.nothing && body.nothing.textContent !== empty) put(body.nothing.firstChild, empty)
  rows(body, nodes, { key: (order) => order.id, add, tell, empty, columns: COLUMNS.length })
  put(counted, count(data.ordersCount.count, 'order'))
  newer.when(cursors.length > 0, 'These are the newest.')
  older.when(pageInfo.hasNextPage, 'These are the oldest.')
}

function add({ id, name, createdAt }) {
  const cells = Object.fromEntries(
    ['customer', 'items', 'payment', 'delivery', 'total', 'open'].map((cell) => [cell, make('span')]),
  )
  const act = (text, does) => offer(text, () => attempt(() => does({ id, name })), say)
  const acts = {
    pay: act('Pay', pay),
    fulfil: act('Fulfil', fulfil),
    edit: act('Edit…', edit),
    refund: act('Refund…', refund),
    cancel: act('Cancel…', cancel),
  }
  const buttons = Object.values(acts).map(({ button }) => button)
  for (const button of buttons) button.setAttribute('aria-label', `${button.textContent.replace('…', '')} ${name}`)
  const link = make('button', { type: 'button', className: 'link', onclick: () => attempt(() => look(id)) }, name)
  const element = row(
    [link],
    [minute(createdAt), 'time'],
    [cells.customer, 'name'],
    [cells.items, 'number'],
    [cells.payment],
    [cells.delivery],
    [cells.total, 'number'],
    [cells.open, 'number'],
    [buttons, 'actions'],
  )
  return { element, cells, acts }
}

function tell({ element, cells, acts }, order) {
  const { displayFinancialStatus: paid, displayFulfillmentStatus: sent, cancelledAt, name } = order
  element.classList.toggle('gone', cancelledAt !== null)
  put(cells.customer, order.customer?.displayName ?? order.email ?? '')
  put(cells.items, String(order.currentSubtotalLineItemsQuantity))
  put(cells.payment, paid ? words(paid) : '')
  cells.payment.className = `mark ${TONES[paid] ?? ''}`
  put(cells.delivery, cancelledAt ? 'Cancelled' : words(sent))
  cells.delivery.className = `mark ${cancelledAt ? 'bad' : (TONES[sent] ?? '')}`
  put(cells.total, money(order.currentTotalPriceSet))
  put(cells.open, Number(order.totalOutstandingSet.shopMoney.amount) === 0 ? '' : money(order.totalOutstandingSet))
  const gone = cancelledAt ? `${name} is cancelled.` : undefined
  acts.pay.when(order.canMarkAsPaid, gone ?? `Nothing of ${name} is left to be paid.`)
  acts.fulfil.when(order.fulfillable && !gone, gone ?? `Nothing of ${name} is left to be sent.`)
  acts.edit.when(!gone, gone)
  acts.refund.when(order.refundable || (order.restockable && !gone), gone ?? `Nothing of ${name} can be refunded.`)
  acts.cancel.when(!gone, gone)
}
