import { attempt, say } from './dialog.js'
import { make, offer, put, row, rows, table } from './elements.js'
import { count, minute, money, words } from './format.js'
import { ask, change } from './server.js'

const PAGE = 50

const DRAFTS = `query Drafts($first: Int!, $after: String) {
  draftOrders(first: $first, after: $after, sortKey: NUMBER, reverse: true) {
    nodes {
      id name createdAt status email customer { displayName } order { name }
      totalQuantityOfLineItems
      totalPriceSet { shopMoney { amount currencyCode } }
    }
    pageInfo { hasNextPage endCursor }
  }
  draftOrdersCount { count }
}`

const COMPLETE = `mutation Complete($id: ID!) {
  draftOrderComplete(id: $id) { draftOrder { order { name } } userErrors { field message } }
}`

const DELETE = `mutation Delete($id: ID!) {
  draftOrderDelete(input: { id: $id }) { deletedId userErrors { field message } }
}`

const COLUMNS = [
  ['Draft'],
  ['Made'],
  ['Customer'],
  ['Items', 'number'],
  ['Status', 'state'],
  ['Total', 'number'],
  ['Order'],
  [''],
]

const TONES = { OPEN: 'warn', INVOICE_SENT: 'warn', COMPLETED: 'good' }

const { body, whole } = table('Drafts', COLUMNS)
const counted = make('span', { className: 'quiet' })
const newer = offer('Newer', () => turn(cursors.slice(0, -1)), say)
const older = offer('Older', () => turn([...cursors, end]), say)

/** The ends of the pages before this one, and the end of this one. */
let cursors = []
let end

function turn(to) {
  cursors = to
  attempt(read)
}

/** The tab of drafts: what apps have offered, and the order that becomes of it. */
export const drafts = {
  id: 'drafts',
  title: 'Drafts',
  reads: 'data',
  read,
  forget() {
    cursors = []
  },
  build(panel) {
    const pages = make('span', { className: 'end' }, newer.button, ' ', older.button)
    panel.append(whole, make('p', { className: 'bar' }, counted, pages))
  },
}

async function read() {
  const asked = cursors
  const data = await ask(DRAFTS, { first: PAGE, after: cursors.at(-1) })
  if (asked !== cursors) return
  const { nodes, pageInfo } = data.draftOrders
  end = pageInfo.endCursor
  const empty = 'There are no drafts: they are made through the API.'
  rows(body, nodes, { key: (draft) => draft.id, add, tell, empty, columns: COLUMNS.length })
  put(counted, count(data.draftOrdersCount.count, 'draft'))
  newer.when(cursors.length > 0, 'These are the newest.')
  older.when(pageInfo.hasNextPage, 'These are the oldest.')
}

function add({ id, name, createdAt }) {
  const cells = Object.fromEntries(
    ['customer', 'items', 'status', 'total', 'order'].map((cell) => [cell, make('span')]),
  )
  const act = (text, does) => offer(text, () => attempt(() => does({ id, name })), say)
  const acts = { complete: act('Complete', complete), remove: act('Delete', remove) }
  const buttons = Object.values(acts).map(({ button }) => button)
  for (const button of buttons) button.setAttribute('aria-label', `${button.textContent} ${name}`)
  const element = row(
    [name],
    [minute(createdAt), 'time'],
    [cells.customer, 'name'],
    [cells.items, 'number'],
    [cells.status],
    [cells.total, 'number'],
    [cells.order],
    [buttons, 'actions'],
  )
  return { element, cells, acts }
}

function tell({ cells, acts }, draft) {
  const { name, status } = draft
  put(cells.customer, draft.customer?.displayName ?? draft.email ?? '')
  put(cells.items, String(draft.totalQuantityOfLineItems))
  put(cells.status, words(status))
  cells.status.className = `mark ${TONES[status] ?? ''}`
  put(cells.total, money(draft.totalPriceSet))
  put(cells.order, draft.order?.name ?? '')
  for (const { when } of Object.values(acts)) when(status !== 'COMPLETED', `${name} is completed.`)
}

async function complete({ id, name }) {
  const { draftOrder } = await change(COMPLETE, { id })
  return `${name} is order ${draftOrder.order.name} now.`
}

async function remove({ id, name }) {
  await change(DELETE, { id })
  return `${name} is deleted.`
}
