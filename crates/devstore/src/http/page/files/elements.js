// What the page is made of. Texts are put in as texts: nothing that a store holds ever becomes markup.

/** Makes an element of these properties, attributes and listeners (`onclick`), and what is in it. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value)
    else if (key in element && key !== 'list') element[key] = value
    else element.setAttribute(key, value)
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null))
  return element
}

/** Puts a text where another one is. */
export function put(element, text) {
  if (element.textContent !== text) element.textContent = text
}

/** A label with its field below it. */
export function field(label, input, properties = {}) {
  return make('label', properties, label, input)
}

/** A box or a button of a choice, with what it means beside it. */
export function choice(label, properties) {
  const input = make('input', properties)
  return { input, label: make('label', { className: 'choice' }, input, label) }
}

/** A number that is counted or measured. */
export function number(properties) {
  return make('input', { type: 'number', required: true, min: '0', step: '1', ...properties })
}

/** A choice among `[value, text]`. */
export function select(options, properties = {}) {
  return make(
    'select',
    properties,
    options.map(([value, text]) => make('option', { value }, text)),
  )
}

/** A table that can be scrolled sideways, and the place of its rows. A column is `[title, class]`; buttons need no title. */
export function table(label, columns) {
  const body = make('tbody')
  const head = columns.map(([title, className = '']) =>
    title ? make('th', { scope: 'col', className }, title) : make('td', { className }),
  )
  const whole = make('table', { 'aria-label': label }, make('thead', {}, make('tr', {}, head)), body)
  return { body, whole: make('div', { className: 'table', tabIndex: 0, role: 'region', 'aria-label': label }, whole) }
}

/** A row of cells, as `[content, class]`. */
export function row(...cells) {
  return make(
    'tr',
    {},
    cells.map(([content, className = '']) => make('td', { className }, content)),
  )
}

/** One row that says that there are no others. */
export function nothing(text, columns) {
  return make('tr', {}, make('td', { colSpan: columns, className: 'quiet' }, text))
}

/**
 * Makes a table's rows those of these items: a row that is known stays the element that it was, with the focus in it,
 * and is told of its item; what is new comes in between.
 */
export function rows(body, items, { key, add, tell, empty, columns }) {
  const known = (body.known ??= new Map())
  const wanted = new Set(items.map(key))
  for (const [id, { element }] of known) {
    if (wanted.has(id)) continue
    element.remove()
    known.delete(id)
  }
  let next = body.firstElementChild
  for (const item of items) {
    const id = key(item)
    const kept = known.get(id) ?? add(item)
    known.set(id, kept)
    tell?.(kept, item)
    if (kept.element === next) next = next.nextElementSibling
    else body.insertBefore(kept.element, next)
  }
  body.nothing ??= nothing(empty, columns)
  if (items.length > 0) body.nothing.remove()
  else if (!body.nothing.isConnected) body.append(body.nothing)
}

/** A button of something that is not always possible. It stays where it is, with the focus, and says why it isn't. */
export function offer(text, act, say) {
  const button = make('button', { type: 'button' }, text)
  let why
  button.addEventListener('click', () => (why ? say(why) : act()))
  return {
    button,
    /** Says whether it is possible; if not, why. */
    when(possible, reason) {
      why = possible ? undefined : reason
      button.setAttribute('aria-disabled', String(!possible))
      button.title = why ?? ''
    },
  }
}
