import { make, number, select } from './elements.js'
import { price } from './format.js'
import { ask } from './server.js'

const VARIANTS = `query Variants {
  products(first: 250, sortKey: TITLE) {
    nodes {
      title
      variants(first: 100) { nodes { id title sku price inventoryQuantity inventoryItem { tracked } } }
    }
  }
  shop { currencyCode }
}`

/** What can be ordered, as `[id, text]`. */
export async function variants() {
  const { products, shop } = await ask(VARIANTS)
  return products.nodes.flatMap(({ title, variants }) =>
    variants.nodes.map((variant) => {
      const name = variant.title === 'Default Title' ? title : `${title}, ${variant.title}`
      const left = variant.inventoryItem.tracked ? `, ${variant.inventoryQuantity} in stock` : ''
      return [variant.id, `${name} – ${price(variant.price, shop.currencyCode)}${left}`]
    }),
  )
}

/** Lines of a variant and a quantity each, to which more can be added. */
export function chooser(options, { atLeast }) {
  const lines = make('div', { className: 'lines' })
  const more = make('button', { type: 'button', onclick: () => add().select.focus() }, 'Add an item')
  const chosen = new Set()

  function add() {
    const line = {
      select: select(options, { 'aria-label': 'Item' }),
      quantity: number({ min: '1', value: '1', 'aria-label': 'Quantity' }),
    }
    const remove = make('button', { type: 'button', 'aria-label': 'Remove the item' }, '✕')
    const element = make('div', {}, line.select, line.quantity, remove)
    remove.addEventListener('click', () => {
      if (chosen.size <= atLeast) return
      chosen.delete(line)
      element.remove()
      more.focus()
    })
    if (chosen.size < atLeast) remove.style.visibility = 'hidden'
    chosen.add(line)
    lines.append(element)
    return line
  }

  for (let line = 0; line < atLeast; line += 1) add()
  return {
    element: make('div', {}, lines, more),
    /** The lines, as `{variantId, quantity}`. */
    lines: () => [...chosen].map((line) => ({ variantId: line.select.value, quantity: line.quantity.valueAsNumber })),
  }
}
