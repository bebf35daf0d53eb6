import type { en } from './en'

type Widen<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widen<T[K]> }

/** What every language must say: the keys of English, with texts of its own. */
export type Messages = Widen<typeof en>

/** The same for one area, as `Area<'request'>`. */
export type Area<A extends keyof Messages> = Messages[A]
