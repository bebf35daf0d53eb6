import { open } from './dialog.js'
import { choice, field, make, number, put, row, table } from './elements.js'
import { money } from './format.js'
import { ask, change, key } from './server.js'

const LINES = `query Lines($id: ID!) {
  order(id: $id) {
    lineItems(first: 100) { nodes { id name currentQuantity unfulfilledQuantity } }
    presentmentCurrencyCode
    currentShippingPriceSet { shopMoney { amount currencyCode } }
  }
  location { id }
}`

const SUGGEST = `query Suggest($id: ID!, $lines: [RefundLineItemInput!], $shipping: Boolean) {
  order(id: $id) {
    suggestedRefund(refundLineItems: $lines, refundShipping: $shipping) {
      amountSet { shopMoney { amount currencyCode } }
      maximumRefundableSet { shopMoney { amount currencyCode } }
      suggestedTransactions { gateway parentTransaction { id } amountSet { presentmentMoney { amount } } }
    }
  }
}`

const CREATE = `mutation Refund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { totalRefundedSet { shopMoney { amount currencyCode } } }
    userErrors { field message }
  }
}`

/** Pays an order back, or a part of it: what is suggested for the pieces that are chosen. */
export async function refund({ id, name }) {
  const { order, location } = await ask(LINES, { id })
  const lines = order.lineItems.nodes
    .filter((line) => line.currentQuantity > 0)
    .map((line) => ({ ...line, input: quantityOf(line) }))
  const cost = order.currentShippingPriceSet
  const shipping = choice(`The shipping as well (${money(cost)})`, {
    type: 'checkbox',
    checked: Number(cost.shopMoney.amount) > 0,
  })
  const restock = choice('The items go back into stock', { type: 'checkbox', checked: true })
  const note = make('input', { maxLength: 200 })
  const sum = make('p', { className: 'sum', role: 'status' })
  const { body, whole } = table('Lines', [
    ['Item'],
    ['Left', 'number'],
    ['Not sent', 'number'],
    ['To refund', 'number'],
  ])
  body.append(
    ...lines.map((line) =>
      row(
        [line.name],
        [String(line.currentQuantity), 'number'],
        [String(line.unfulfilledQuantity), 'number'],
        [line.input, 'number'],
      ),
    ),
  )
  let asked = 0

  const chosen = () => lines.flatMap((line) => pieces(line, restock.input.checked && location.id))

  async function suggested() {
    const { order: suggesting } = await ask(SUGGEST, { id, lines: chosen(), shipping: shipping.input.checked })
    return suggesting.suggestedRefund
  }

  async function show() {
    asked += 1
    const mine = asked
    try {
      const { amountSet, maximumRefundableSet } = await suggested()
      if (mine === asked) put(sum, `${money(amountSet)} of ${money(maximumRefundableSet)} go back.`)
    } catch (error) {
      if (mine === asked) put(sum, error.message)
    }
  }

  async function act() {
    const payments = (await suggested()).suggestedTransactions
    const transactions = payments.map((payment) => ({
      orderId: id,
      kind: 'REFUND',
      gateway: payment.gateway,
      parentId: payment.parentTransaction?.id,
      amount: payment.amountSet.presentmentMoney.amount,
    }))
    const input = {
      orderId: id,
      currency: order.presentmentCurrencyCode,
      note: note.value.trim() || undefined,
      refundLineItems: chosen(),
      shipping: { fullRefund: shipping.input.checked },
      transactions,
    }
    const { refund: done } = await change(CREATE, { input, key: key() })
    return `${money(done.totalRefundedSet)} of ${name} are paid back.`
  }

  const everything = make('div', { onchange: show, oninput: show }, whole, shipping.label, restock.label)
  open({
    title: `Refund ${name}`,
    body: [everything, make('div', { className: 'fields' }, field('Note', note)), sum],
    button: 'Refund',
    act,
  })
  await show()
}

function quantityOf({ name, currentQuantity }) {
  return number({ value: String(currentQuantity), 'aria-label': `To refund of ${name}` })
}

/**
 * The pieces of a line: those that were not sent are taken out of the order, the rest comes back; without a place for
 * them they are neither.
 */
function pieces({ id: lineItemId, unfulfilledQuantity, input }, locationId) {
  const quantity = input.valueAsNumber || 0
  if (!locationId) return quantity === 0 ? [] : [{ lineItemId, quantity, restockType: 'NO_RESTOCK' }]
  const cancelled = Math.min(quantity, unfulfilledQuantity)
  return [
    { lineItemId, quantity: cancelled, restockType: 'CANCEL', locationId },
    { lineItemId, quantity: quantity - cancelled, restockType: 'RETURN', locationId },
  ].filter((part) => part.quantity !== 0)
}
