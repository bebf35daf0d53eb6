import { chooser, variants } from './catalog.js'
import { open } from './dialog.js'
import { choice, field, make, number, select } from './elements.js'
import { money } from './format.js'
import { ask, change } from './server.js'

const CUSTOMERS = `query Customers {
  customers(first: 250) {
    nodes {
      id displayName email
      defaultAddress { firstName lastName company address1 address2 zip city provinceCode countryCodeV2 phone }
    }
  }
  shop { currencyCode taxesIncluded }
}`

const CREATE = `mutation Place($order: OrderCreateOrderInput!) {
  orderCreate(order: $order, options: { inventoryBehaviour: DECREMENT_OBEYING_POLICY }) {
    order { name totalPriceSet { shopMoney { amount currencyCode } } }
    userErrors { field message }
  }
}`

/** What the believable orders of the devstore bear as well. */
const TAX = [{ title: 'MVA', rate: '0.25' }]

/** Asks what is ordered, by whom, and whether it is paid; then places the order. */
export async function place() {
  const [options, { customers, shop }] = [await variants(), await ask(CUSTOMERS)]
  if (options.length === 0) {
    throw new Error('The store has no products yet: placing an order at random gives it some.')
  }
  const goods = chooser(options, { atLeast: 1 })
  const people = customers.nodes.map((customer) => [customer.id, `${customer.displayName} ${customer.email ?? ''}`])
  const who = select([['', 'Nobody'], ['new', 'Someone new'], ...people], { onchange: asked })
  const [first, second, email] = [make('input'), make('input'), make('input', { type: 'email' })]
  const paid = choice('It is paid', { type: 'radio', name: 'paid', checked: true })
  const unpaid = choice('It is to be paid later', { type: 'radio', name: 'paid' })
  const shipping = number({ step: '0.01', value: '0' })

  function asked() {
    for (const input of [first, second, email]) input.disabled = who.value !== 'new'
  }

  asked()
  open({
    title: 'Place an order',
    body: [
      make('fieldset', {}, make('legend', {}, 'Items'), goods.element),
      make(
        'div',
        { className: 'fields three' },
        field('Customer', who, { className: 'whole' }),
        field('First name', first),
        field('Last name', second),
        field('E-mail', email),
        field(`Shipping (${shop.currencyCode})`, shipping),
      ),
      make('fieldset', {}, make('legend', {}, 'Payment'), paid.label, unpaid.label),
    ],
    button: 'Place',
    act: async () => {
      const known = customers.nodes.find((customer) => customer.id === who.value)
      const price = { shopMoney: { amount: shipping.value, currencyCode: shop.currencyCode } }
      const order = {
        currency: shop.currencyCode,
        taxesIncluded: shop.taxesIncluded,
        lineItems: goods.lines().map((line) => ({ ...line, taxLines: TAX })),
        financialStatus: paid.input.checked ? 'PAID' : 'PENDING',
        ...buyer(known, who.value, { firstName: first.value, lastName: second.value, email: email.value }),
      }
      if (shipping.valueAsNumber > 0) order.shippingLines = [{ title: 'Shipping', priceSet: price, taxLines: TAX }]
      const { order: placed } = await change(CREATE, { order })
      return `${placed.name} is placed: ${money(placed.totalPriceSet)}.`
    },
  })
}

/** Who orders, in the words of `OrderCreateOrderInput`. */
function buyer(known, who, entered) {
  if (who === 'new') {
    const given = Object.entries(entered).filter(([, text]) => text.trim() !== '')
    return { customer: { toUpsert: Object.fromEntries(given) } }
  }
  if (!known) return {}
  const { countryCodeV2: countryCode, ...rest } = known.defaultAddress ?? {}
  const address = known.defaultAddress ? { ...rest, countryCode } : undefined
  return { customer: { toAssociate: { id: known.id } }, billingAddress: address, shippingAddress: address }
}
