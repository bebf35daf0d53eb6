import { Badge, type BadgeProps } from '@fluentui/react-components'
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
  neutral: { color: 'subtle' },
}

/** A state in a word, with a colour and a sign that say the same. */
export function StatusBadge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  const { color, icon } = looks[tone]
  if (!children) return null
  return (
    <Badge appearance={tone === 'neutral' ? 'outline' : 'tint'} color={color} icon={icon ?? null} size="medium">
      {children}
    </Badge>
  )
}
