import { createContext, useContext, useMemo } from 'react'

/** What a notice leads to. */
export type NoticeLink = { readonly caption: string; readonly to: string }

/** What may be done about a notice, as not to be told so any more. */
export type NoticeChoice = { readonly caption: string; readonly run: () => unknown }

/** Something that is said at the edge of the screen: that it was done, or that it failed. */
export type Notice =
  | {
      readonly kind: 'success'
      readonly text: string
      readonly link?: NoticeLink | undefined
      readonly choice?: NoticeChoice | undefined
    }
  | { readonly kind: 'failure'; readonly error: unknown }

export const NoticeContext = createContext<(notice: Notice) => void>(() => undefined)

/** Says something at the edge of the screen. What was done goes by itself; a failure stays until it is closed. */
export function useNotify() {
  const say = useContext(NoticeContext)
  return useMemo(
    () => ({
      success: (text: string, link?: NoticeLink, choice?: NoticeChoice) => say({ kind: 'success', text, link, choice }),
      failure: (error: unknown) => say({ kind: 'failure', error }),
    }),
    [say],
  )
}
