import type { en } from './en'

/** The name of a page. */
export type PageKey = keyof typeof en.pages
/** A text of the lists. */
export type ListKey = keyof typeof en.lists
/** The name of a group of fields. */
export type TabKey = keyof typeof en.tabs
