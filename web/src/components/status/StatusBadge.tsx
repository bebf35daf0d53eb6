import { Badge, makeStyles, type BadgeProps } from '@fluentui/react-components'
import {
  CheckmarkCircle16Regular,
  CircleHalfFill16Regular,
  DismissCircle16Regular,
  Warning16Regular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { Tone } from './tone'

const looks: Record<Tone, { color: BadgeProps['color']; icon?: ReactElement }> = {
  good: { color: 'success', icon: <CheckmarkCircle16Regular /> },
  busy: { color: 'brand', icon: <CircleHalfFill16Regular /> },
  warning: { color: 'warning', icon: <Warning16Regular /> },
  bad: { color: 'danger', icon: <DismissCircle16Regular /> },
  neutral: { color: 'informative' },
}

// In a line of text a badge stands in the middle of it, and keeps its words together.
const useStyles = makeStyles({ badge: { flexShrink: 0, verticalAlign: 'middle', whiteSpace: 'nowrap' } })

/** A state in a word, with a colour and a sign that say the same. */
export function StatusBadge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  const styles = useStyles()
  const { color, icon } = looks[tone]
  if (!children) return null
  return (
    <Badge
      className={styles.badge}
      appearance={tone === 'neutral' ? 'outline' : 'tint'}
      color={color}
      icon={icon ?? null}
      size="medium"
    >
      {children}
    </Badge>
  )
}
