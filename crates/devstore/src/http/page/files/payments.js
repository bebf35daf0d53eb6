import { attempt, say } from './dialog.js'
import { make, offer, put, row, rows, table } from './elements.js'
import { count, minute, price, words } from './format.js'
import { ask, chosen, control } from './server.js'

/** So many of the latest are shown. */
const MOST = 50

const ACCOUNT = `query Account($most: Int!) {
  shopifyPaymentsAccount {
    balance { amount currencyCode }
    payoutSchedule { interval }
    payouts(first: $most, sortKey: ID, reverse: true) {
      nodes { id issuedAt status externalTraceId net { amount currencyCode } }
    }
    disputes(first: $most, reverse: true) {
      nodes { id status type initiatedAt evidenceDueBy amount { amount currencyCode } reasonDetails { reason } order { name } }
    }
  }
}`

const OF_PAYOUTS = [['Issued'], ['Status', 'state'], ['Trace'], ['Amount', 'number'], ['']]
const OF_DISPUTES = [
  ['Order'],
  ['Opened'],
  ['Type'],
  ['Reason'],
  ['Evidence due'],
  ['Status', 'state'],
  ['Amount', 'number'],
  [''],
]

const TONES = {
  CANCELED: 'bad',
  FAILED: 'bad',
  LOST: 'bad',
  NEEDS_RESPONSE: 'warn',
  PAID: 'good',
  SCHEDULED: 'warn',
  UNDER_REVIEW: 'warn',
  WON: 'good',
}

const payouts = table('Payouts', OF_PAYOUTS)
const disputes = table('Disputes', OF_DISPUTES)
const standing = make('p', { className: 'hint' })
const payOut = offer('Pay out now', () => attempt(paidOut), say)

/** Has the store do something that only Shopify does. */
const act = (what, body) => control(what, { store: chosen(), ...body })

async function paidOut() {
  const made = (await act('payouts', {})).payouts.length
  return made === 0 ? 'Nothing waits to be paid out.' : `${count(made, 'payout')} made.`
}

/** The tab of Shopify Payments: what is on the account, what was paid out, and what is disputed. */
export const payments = {
  id: 'payments',
  title: 'Payments',
  reads: 'data',
  async read() {
    const { shopifyPaymentsAccount: account } = await ask(ACCOUNT, { most: MOST })
    payOut.when(account, 'This store does without Shopify Payments.')
    put(standing, account ? stands(account) : 'This store does without Shopify Payments.')
    rows(payouts.body, account?.payouts.nodes ?? [], {
      key: ({ id }) => id,
      add: addPayout,
      tell: tellPayout,
      empty: 'Nothing was paid out yet.',
      columns: OF_PAYOUTS.length,
    })
    rows(disputes.body, account?.disputes.nodes ?? [], {
      key: ({ id }) => id,
      add: addDispute,
      tell: tellDispute,
      empty: 'No payment was disputed.',
      columns: OF_DISPUTES.length,
    })
  },
  build(panel) {
    panel.append(
      make('h2', {}, 'Account'),
      standing,
      make('p', { className: 'bar' }, payOut.button),
      make('h2', {}, 'Payouts'),
      payouts.whole,
      make('h2', {}, 'Disputes'),
      disputes.whole,
      make('p', { className: 'hint' }, `The last ${MOST} of each, the latest first.`),
    )
  },
}

function stands({ balance, payoutSchedule }) {
  const amounts = balance.map(({ amount, currencyCode }) => price(amount, currencyCode)).join(' and ')
  return `${amounts} on the account; paid out: ${words(payoutSchedule.interval).toLowerCase()}.`
}

function addPayout({ id, issuedAt, net }) {
  const status = make('span')
  const trace = make('span')
  const amount = price(net.amount, net.currencyCode)
  const failed = async () => {
    await act('payouts/change', { payout: id, status: 'FAILED' })
    return `The payout of ${amount} has failed: its money is on the account again.`
  }
  const fail = offer('Fail', () => attempt(failed), say)
  fail.button.setAttribute('aria-label', `Fail the payout of ${amount}`)
  return {
    element: row([minute(issuedAt), 'time'], [status], [trace], [amount, 'number'], [fail.button, 'actions']),
    status,
    trace,
    fail,
  }
}

function tellPayout({ status, trace, fail }, payout) {
  mark(status, payout.status)
  put(trace, payout.externalTraceId ?? '')
  const open = ['IN_TRANSIT', 'PAID', 'SCHEDULED'].includes(payout.status)
  fail.when(open, 'Its money has come back already.')
}

function addDispute({ id, initiatedAt, amount, order, reasonDetails }) {
  const [status, type, due] = [make('span'), make('span'), make('span')]
  const disputed = price(amount.amount, amount.currencyCode)
  const name = order?.name ?? disputed
  const decide = (text, body) => {
    const does = async () => {
      await act('disputes/change', { dispute: id, ...body })
      return `${text}: the dispute about ${name}.`
    }
    return offer(text, () => attempt(does), say)
  }
  const send = decide('Send evidence', { evidenceSent: true })
  const win = decide('Win', { status: 'WON' })
  const lose = decide('Lose', { status: 'LOST' })
  const buttons = [send, win, lose].map(({ button }) => button)
  for (const button of buttons) button.setAttribute('aria-label', `${button.textContent} ${name}`)
  return {
    element: row(
      [order?.name ?? ''],
      [minute(initiatedAt), 'time'],
      [type],
      [words(reasonDetails.reason)],
      [due],
      [status],
      [disputed, 'number'],
      [buttons, 'actions'],
    ),
    status,
    type,
    due,
    send,
    win,
    lose,
  }
}

function tellDispute({ status, type, due, send, win, lose }, dispute) {
  mark(status, dispute.status)
  put(type, words(dispute.type))
  put(due, dispute.evidenceDueBy ? minute(dispute.evidenceDueBy) : '')
  const open = ['NEEDS_RESPONSE', 'UNDER_REVIEW'].includes(dispute.status)
  send.when(dispute.status === 'NEEDS_RESPONSE', 'Nobody asks for evidence.')
  win.when(open, 'It is decided.')
  lose.when(open, 'It is decided.')
}

function mark(element, status) {
  put(element, words(status))
  element.className = `mark ${TONES[status] ?? ''}`
}
