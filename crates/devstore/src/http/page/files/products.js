import { attempt, say } from './dialog.js'
import { make, offer, put, row, rows, table } from './elements.js'
import { count, price, words } from './format.js'
import { ask, change, chosen, control, key } from './server.js'

const PAGE = 50

const PRODUCTS = `query Products($first: Int!, $after: String) {
  products(first: $first, after: $after, sortKey: TITLE) {
    nodes {
      id title status
      variants(first: 100) {
        nodes {
          id title sku price inventoryQuantity
          inventoryItem {
            id tracked
            inventoryLevels(first: 20) {
              nodes { location { name } quantities(names: ["available", "committed"]) { quantity } }
            }
          }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
  shop { currencyCode }
  locations(first: 2) { nodes { id } }
}`

const SET = `mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) { userErrors { field message } }
}`

const COLUMNS = [['Product'], ['Variant'], ['SKU'], ['Status'], ['Price', 'number'], ['Stock', 'number'], ['']]

const { body, whole } = table('Products', COLUMNS)
const counted = make('span', { className: 'quiet' })
const before = offer('Back', () => turn(cursors.slice(0, -1)), say)
const after = offer('More', () => turn([...cursors, end]), say)

let cursors = []
let end
let locations = []

function turn(to) {
  cursors = to
  attempt(read)
}

/** The tab of products: what can be ordered, and how much of it there is. */
export const products = {
  id: 'products',
  title: 'Products',
  reads: 'data',
  read,
  forget() {
    cursors = []
  },
  build(panel) {
    const pages = make('span', { className: 'end' }, before.button, ' ', after.button)
    panel.append(whole, make('p', { className: 'bar' }, counted, pages))
  },
}

async function read() {
  const asked = cursors
  const data = await ask(PRODUCTS, { first: PAGE, after: cursors.at(-1) })
  if (asked !== cursors) return
  const { nodes, pageInfo } = data.products
  end = pageInfo.endCursor
  locations = data.locations.nodes
  const variants = nodes.flatMap((product) => product.variants.nodes.map((variant) => ({ product, variant })))
  rows(body, variants, {
    key: ({ variant }) => variant.id,
    add: ({ variant }) => add(variant),
    tell: (kept, { product, variant }) => tell(kept, product, variant, data.shop.currencyCode),
    empty: 'There are no products yet: placing an order at random gives the store some.',
    columns: COLUMNS.length,
  })
  put(counted, `${count(nodes.length, 'product')} with ${count(variants.length, 'variant')}`)
  before.when(cursors.length > 0, 'These are the first.')
  after.when(pageInfo.hasNextPage, 'These are the last.')
}

function add({ id, inventoryItem }) {
  const names = ['product', 'variant', 'sku', 'status', 'price', 'stock']
  const cells = Object.fromEntries(names.map((name) => [name, make('span')]))
  const by = (difference, sign) => {
    const act = () => attempt(() => move(kept, inventoryItem.id, difference))
    const { button, when } = offer(sign, act, say)
    return { button, when }
  }
  const buy = offer('Buy 1', () => attempt(() => bought(kept)), say)
  const kept = { id, cells, less: by(-10, '−10'), more: by(10, '+10'), buy }
  kept.element = row(
    [cells.product],
    [cells.variant],
    [cells.sku],
    [cells.status],
    [cells.price, 'number'],
    [cells.stock, 'number'],
    [[kept.less.button, kept.more.button, kept.buy.button], 'actions number'],
  )
  return kept
}

function tell(kept, product, variant, currency) {
  const { tracked } = variant.inventoryItem
  const name = variant.title === 'Default Title' ? product.title : `${product.title}, ${variant.title}`
  put(kept.cells.product, product.title)
  put(kept.cells.variant, variant.title === 'Default Title' ? '' : variant.title)
  put(kept.cells.sku, variant.sku ?? '')
  put(kept.cells.status, words(product.status))
  put(kept.cells.price, price(variant.price, currency))
  put(kept.cells.stock, tracked ? stock(variant.inventoryItem.inventoryLevels.nodes) : 'Not counted')
  kept.stock = variant.inventoryQuantity
  kept.name = name
  kept.buy.button.setAttribute('aria-label', `Buy 1 of ${name}`)
  kept.buy.when(true)
  for (const [{ button, when }, words] of [
    [kept.less, '10 less'],
    [kept.more, '10 more'],
  ]) {
    button.setAttribute('aria-label', `${words} of ${name}`)
    // The sum over several locations does not say what there is at any of them.
    if (locations.length > 1) when(false, 'The stock of several locations is set through the API.')
    else when(tracked, `The stock of ${name} is not counted.`)
  }
}

/** What is available, and what is committed of what is there; with the location where there are several. */
function stock(levels) {
  const told = levels.map(({ location, quantities: [available, committed] }) => {
    const kept = committed.quantity === 0 ? '' : ` (${committed.quantity} committed)`
    return `${levels.length > 1 ? `${location.name} ` : ''}${available.quantity}${kept}`
  })
  return told.join(', ')
}

async function bought({ id, name }) {
  const { order } = await control('purchases', { item: id, store: chosen() })
  return `A shopper has bought one of ${name}: order ${order.name}.`
}

async function move({ stock, name }, inventoryItemId, difference) {
  const quantity = stock + difference
  const quantities = [{ inventoryItemId, locationId: locations[0].id, quantity, changeFromQuantity: stock }]
  const input = { name: 'available', reason: 'correction', quantities }
  await change(SET, { input, key: key() })
  return `There are ${quantity} of ${name}.`
}
