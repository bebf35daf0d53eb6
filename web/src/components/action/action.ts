import type { ReactElement } from 'react'
import type { Permission } from '@/api/session'

/** Something that a person may do here. */
export type Action = {
  /** Unique on its page. */
  readonly key: string
  readonly caption: string
  readonly icon?: ReactElement
  /** What it does. When it fails, the page says so. */
  readonly run: () => unknown
  /** Stands first, and stays visible on a narrow screen. */
  readonly primary?: boolean
  /** Stands in the menu of this name. */
  readonly group?: string
  readonly disabled?: boolean
  /** Who lacks it does not see the action. */
  readonly permission?: Permission
}
