import { attempt, open } from './dialog.js'
import { make, nothing, row, table } from './elements.js'
import { count, money, when, words } from './format.js'
import { ask, change, news } from './server.js'

/** Marks what is left to be paid as paid. */
export async function pay({ id, name }) {
  const { order } = await change(
    `mutation Pay($id: ID!) {
      orderMarkAsPaid(input: { id: $id }) {
        order { totalReceivedSet { shopMoney { amount currencyCode } } }
        userErrors { field message }
      }
    }`,
    { id },
  )
  return `${name} is paid: ${money(order.totalReceivedSet)}.`
}

/** Sends everything that can be sent, in one parcel from each location. */
export async function fulfil({ id, name }) {
  const { order } = await ask(
    `query Waiting($id: ID!) {
      order(id: $id) {
        fulfillmentOrders(first: 250) {
          nodes { id supportedActions { action } assignedLocation { location { id } } }
        }
      }
    }`,
    { id },
  )
  const ready = order.fulfillmentOrders.nodes.filter((waiting) =>
    waiting.supportedActions.some(({ action }) => action === 'CREATE_FULFILLMENT'),
  )
  const places = Map.groupBy(ready, (waiting) => waiting.assignedLocation.location?.id)
  let pieces = 0
  for (const waiting of places.values()) {
    const lines = waiting.map((one) => ({ fulfillmentOrderId: one.id }))
    const { fulfillment } = await change(
      `mutation Fulfil($fulfillment: FulfillmentInput!) {
        fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { totalQuantity } userErrors { field message } }
      }`,
      { fulfillment: { lineItemsByFulfillmentOrder: lines } },
    )
    pieces += fulfillment.totalQuantity
  }
  if (places.size === 0) throw new Error(`What waits of ${name} is on hold.`)
  return `${count(pieces, 'item')} of ${name} ${pieces === 1 ? 'is' : 'are'} sent.`
}

const WHOLE = `query Whole($id: ID!) {
  order(id: $id) {
    name email customer { displayName } note tags
    displayFinancialStatus displayFulfillmentStatus cancelledAt cancelReason updatedAt
    currentTotalPriceSet { shopMoney { amount currencyCode } }
    totalRefundedSet { shopMoney { amount currencyCode } }
    shippingLines(first: 10) { nodes { title discountedPriceSet { shopMoney { amount currencyCode } } } }
    lineItems(first: 100) {
      nodes {
        id name sku quantity currentQuantity unfulfilledQuantity
        discountedUnitPriceAfterAllDiscountsSet { shopMoney { amount currencyCode } }
      }
    }
    transactions(first: 100) { id kind status gateway processedAt amountSet { shopMoney { amount currencyCode } } }
    fulfillments(first: 100) { id name status totalQuantity createdAt }
    refunds(first: 100) { id createdAt note totalRefundedSet { shopMoney { amount currencyCode } } }
  }
}`

/** Shows all of an order, and what becomes of it meanwhile. */
export async function look(id) {
  const content = make('div')
  const { order } = await ask(WHOLE, { id })
  const again = () =>
    attempt(async () => {
      const { order } = await ask(WHOLE, { id })
      if (order) content.replaceChildren(...parts(order))
    })
  content.append(...parts(order))
  news.addEventListener('data', again)
  open({ title: `Order ${order.name}`, body: content, closed: () => news.removeEventListener('data', again) })
}

function parts(order) {
  const facts = [
    order.customer?.displayName ?? order.email ?? 'No customer',
    order.displayFinancialStatus && words(order.displayFinancialStatus),
    order.cancelledAt ? `Cancelled (${words(order.cancelReason)})` : words(order.displayFulfillmentStatus),
    `total ${money(order.currentTotalPriceSet)}`,
    `refunded ${money(order.totalRefundedSet)}`,
    `changed ${when(order.updatedAt)}`,
  ]
  const shipping = order.shippingLines.nodes.map((line) =>
    row([line.title], [''], [''], [''], [money(line.discountedPriceSet), 'number']),
  )
  return [
    make('p', { className: 'quiet' }, facts.filter(Boolean).join(' · ')),
    ...list(
      'Lines',
      [['Item'], ['SKU'], ['Ordered', 'number'], ['Not sent', 'number'], ['Price each', 'number']],
      [
        ...order.lineItems.nodes.map((line) =>
          row(
            [line.name],
            [line.sku ?? ''],
            [pieces(line), 'number'],
            [String(line.unfulfilledQuantity), 'number'],
            [money(line.discountedUnitPriceAfterAllDiscountsSet), 'number'],
          ),
        ),
        ...shipping,
      ],
    ),
    ...list(
      'Payments',
      [['What'], ['By'], ['When'], ['Amount', 'number']],
      order.transactions.map((payment) =>
        row(
          [`${words(payment.kind)}${payment.status === 'SUCCESS' ? '' : ` (${words(payment.status)})`}`],
          [payment.gateway ?? ''],
          [when(payment.processedAt), 'time'],
          [money(payment.amountSet), 'number'],
        ),
      ),
    ),
    ...list(
      'Parcels',
      [['Name'], ['Status'], ['When'], ['Items', 'number']],
      order.fulfillments.map((parcel) =>
        row(
          [parcel.name],
          [words(parcel.status)],
          [when(parcel.createdAt), 'time'],
          [String(parcel.totalQuantity), 'number'],
        ),
      ),
    ),
    ...list(
      'Refunds',
      [['When'], ['Note'], ['Amount', 'number']],
      order.refunds.map((refund) =>
        row([when(refund.createdAt), 'time'], [refund.note ?? ''], [money(refund.totalRefundedSet), 'number']),
      ),
    ),
  ]
}

function pieces({ quantity, currentQuantity }) {
  return quantity === currentQuantity ? String(quantity) : `${currentQuantity} of ${quantity}`
}

function list(title, columns, lines) {
  const { body, whole } = table(title, columns)
  body.append(...(lines.length > 0 ? lines : [nothing('None.', columns.length)]))
  return [make('h3', {}, title), whole]
}
