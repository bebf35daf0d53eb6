import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({ scroll: { overflowX: 'auto' } })

type Props = {
  /** What a screen reader calls it. */
  readonly label: string
  readonly children: ReactNode
}

/** What may be wider than its place, as a table on a phone: it is scrolled by itself. */
export function Scrolled({ label, children }: Props) {
  const styles = useStyles()
  return (
    // Who has only a keyboard scrolls it, too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
