import { open } from './dialog.js'
import { choice, field, make, select } from './elements.js'
import { words } from './format.js'
import { change } from './server.js'

const REASONS = ['CUSTOMER', 'INVENTORY', 'FRAUD', 'DECLINED', 'STAFF', 'OTHER']

const CANCEL = `mutation Cancel(
  $id: ID!, $reason: OrderCancelReason!, $refund: OrderCancelRefundMethodInput!, $restock: Boolean!, $note: String
) {
  orderCancel(orderId: $id, reason: $reason, refundMethod: $refund, restock: $restock, staffNote: $note) {
    job { id }
    orderCancelUserErrors { field message }
  }
}`

/** Calls an order off. */
export function cancel({ id, name }) {
  const reason = select(REASONS.map((one) => [one, words(one)]))
  const refund = choice('What was paid goes back', { type: 'checkbox', checked: true })
  const restock = choice('The items go back into stock', { type: 'checkbox', checked: true })
  const note = make('input', { maxLength: 255 })
  open({
    title: `Cancel ${name}`,
    body: [
      make('div', { className: 'fields' }, field('Reason', reason), field('Note for the staff', note)),
      refund.label,
      restock.label,
    ],
    button: 'Cancel the order',
    act: async () => {
      await change(CANCEL, {
        id,
        reason: reason.value,
        refund: { originalPaymentMethodsRefund: refund.input.checked },
        restock: restock.input.checked,
        note: note.value.trim() || undefined,
      })
      return `${name} is cancelled.`
    },
  })
}
