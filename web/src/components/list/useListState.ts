import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { expressionsOf } from './odata'
import { changed, readState, type ListState, type Search } from './state'

/** What the list shows, kept in the page's address. */
export function useListState(): readonly [ListState, (change: Partial<ListState>) => void] {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const state = useMemo(() => unfolded(readState(search)), [search])
  const change = (part: Partial<ListState>) =>
    void navigate({ to: '.', search: changed(search, state, part) as never, replace: true })
  return [state, change]
}

/** A filter that the pane can show is shown there. */
function unfolded(state: ListState): ListState {
  const expressions = state.odata ? expressionsOf(state.odata) : undefined
  return expressions ? { ...state, odata: '', filters: { ...expressions, ...state.filters } } : state
}
