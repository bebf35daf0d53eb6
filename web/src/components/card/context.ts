import { createContext, useContext } from 'react'
import type { EntitySet } from '@/api/fields'
import type { AnyRow } from '@/components/list/definition'
import type { Values } from './changes'

/** What the fields of a card share. */
export type CardContext = {
  readonly entity: EntitySet
  readonly record: AnyRow
  readonly draft: Values
  readonly set: (name: string, value: unknown) => void
  /** What the server said against fields, by their names; against a filter of a request page, by its own. */
  readonly errors: Readonly<Record<string, string>>
  /** Whether the user may change the record at all. */
  readonly editable: boolean
}

export const CardContext = createContext<CardContext | undefined>(undefined)

/** The card around. */
export function useCardContext(): CardContext {
  const card = useContext(CardContext)
  if (!card) throw new Error('a field stands outside of a card')
  return card
}
