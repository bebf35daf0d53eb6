import { createContext, useContext, type ReactNode } from 'react'

/** Shows what `render` makes until it calls `close`. */
export type ShowDialog = (render: (close: () => void) => ReactNode) => void

export const DialogContext = createContext<ShowDialog>(() => undefined)

/** Opens a dialog over the page, from wherever an action runs. */
export const useDialog = () => useContext(DialogContext)
