import { chooser, variants } from './catalog.js'
import { open } from './dialog.js'
import { choice, make, number, row, table } from './elements.js'
import { money } from './format.js'
import { change } from './server.js'

const BEGIN = `mutation Begin($id: ID!) {
  orderEditBegin(id: $id) {
    calculatedOrder {
      id
      lineItems(first: 100) {
        nodes {
          id title variantTitle sku quantity editableQuantity
          discountedUnitPriceSet { shopMoney { amount currencyCode } }
        }
      }
    }
    userErrors { field message }
  }
}`

const SET = `mutation SetQuantity($id: ID!, $line: ID!, $quantity: Int!, $restock: Boolean!) {
  orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity, restock: $restock) { userErrors { field message } }
}`

const ADD = `mutation AddVariant($id: ID!, $variant: ID!, $quantity: Int!) {
  orderEditAddVariant(id: $id, variantId: $variant, quantity: $quantity, allowDuplicates: true) {
    userErrors { field message }
  }
}`

const COMMIT = `mutation Commit($id: ID!) {
  orderEditCommit(id: $id) {
    order { currentTotalPriceSet { shopMoney { amount currencyCode } } }
    userErrors { field message }
  }
}`

/** Changes what an order consists of: how many of what it has, and what comes to it. */
export async function edit({ id, name }) {
  const begun = await change(BEGIN, { id })
  const lines = begun.calculatedOrder.lineItems.nodes.map((line) => ({ ...line, input: quantityOf(line) }))
  const goods = chooser(await variants(), { atLeast: 0 })
  const restock = choice('What is taken away goes back into stock', { type: 'checkbox', checked: true })
  const { body, whole } = table('Lines', [
    ['Item'],
    ['Price each', 'number'],
    ['Sent', 'number'],
    ['Quantity', 'number'],
  ])
  body.append(
    ...lines.map((line) =>
      row(
        [[line.title, line.variantTitle].filter(Boolean).join(', ')],
        [money(line.discountedUnitPriceSet), 'number'],
        [String(line.quantity - line.editableQuantity), 'number'],
        [line.input, 'number'],
      ),
    ),
  )
  open({
    title: `Edit ${name}`,
    body: [whole, make('h3', {}, 'Items to add'), goods.element, restock.label],
    button: 'Save',
    act: async () => {
      // What was refused leaves a session half done; each try has one of its own.
      const { calculatedOrder } = await change(BEGIN, { id })
      const session = calculatedOrder.id
      for (const { id: line, quantity, input } of lines) {
        if (input.valueAsNumber === quantity) continue
        const to = { id: session, line, quantity: input.valueAsNumber, restock: restock.input.checked }
        await change(SET, to)
      }
      for (const { variantId: variant, quantity } of goods.lines()) {
        await change(ADD, { id: session, variant, quantity })
      }
      const { order } = await change(COMMIT, { id: session })
      return `${name} is edited and costs ${money(order.currentTotalPriceSet)} now.`
    },
  })
}

function quantityOf({ title, quantity }) {
  return number({ value: String(quantity), 'aria-label': `Quantity of ${title}` })
}
