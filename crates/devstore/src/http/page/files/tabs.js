import { make } from './elements.js'

/** Tabs with their panels; the arrow keys go from one to the next, and the address remembers which one is shown. */
export function tabs(list, panels, views, shown) {
  const of = (view) => document.getElementById(`tab-${view.id}`)

  for (const view of views) {
    const panel = make('section', { id: view.id, role: 'tabpanel', 'aria-labelledby': `tab-${view.id}`, hidden: true })
    const tab = make(
      'button',
      { type: 'button', id: `tab-${view.id}`, role: 'tab', 'aria-controls': view.id },
      view.title,
    )
    tab.addEventListener('click', () => show(view))
    list.append(tab)
    panels.append(panel)
    view.build(panel)
  }

  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const at = views.findIndex((view) => of(view) === document.activeElement)
    if (at < 0) return
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? views.length - 1 : step && at + step
    const next = to === undefined ? undefined : views[(to + views.length) % views.length]
    if (!next) return
    event.preventDefault()
    show(next)
    of(next).focus()
  })

  function show(view) {
    for (const other of views) {
      const selected = other === view
      of(other).setAttribute('aria-selected', String(selected))
      of(other).tabIndex = selected ? 0 : -1
      document.getElementById(other.id).hidden = !selected
    }
    history.replaceState(null, '', `#${view.id}`)
    shown(view)
  }

  show(views.find((view) => `#${view.id}` === location.hash) ?? views[0])
}
