import { make, put } from './elements.js'

const place = document.getElementById('said')
let leaves

/** Says what was done, or what was not; the first goes away by itself. */
export function say(text, bad = false) {
  clearTimeout(leaves)
  put(place, text)
  place.classList.toggle('bad', bad)
  if (!bad) leaves = setTimeout(() => put(place, ''), 6000)
}

/** Does something and says what came of it: a sentence, or what was refused. */
export async function attempt(act) {
  try {
    const done = await act()
    if (done) say(done)
  } catch (error) {
    say(error.message, true)
  }
}

/**
 * Opens a dialog. What its button does gives a sentence, which is said when the dialog has closed; what is refused is said
 * in it. Without `act` there is nothing but a button that closes it.
 */
export function open({ title, body, button, act, closed }) {
  const refused = make('p', { className: 'said', role: 'alert' })
  const cancel = make('button', { type: 'button', onclick: () => dialog.close() }, act ? 'Cancel' : 'Close')
  const does = act && make('button', { className: 'main' }, button)
  const form = make('form', { onsubmit: submitted }, make('h2', {}, title), body)
  const dialog = make('dialog', { 'aria-label': title, onclose: gone }, form)
  form.append(act ? refused : '', make('p', { className: 'end' }, cancel, does))
  document.body.append(dialog)
  dialog.showModal()

  async function submitted(event) {
    event.preventDefault()
    if (!act || does.disabled) return
    does.disabled = true
    put(refused, '')
    try {
      const done = await act()
      dialog.close()
      say(done)
    } catch (error) {
      put(refused, error.message)
    }
    does.disabled = false
  }

  function gone() {
    dialog.remove()
    closed?.()
  }
}
