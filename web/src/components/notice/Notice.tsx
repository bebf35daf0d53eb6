import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'

type Props = {
  readonly intent: 'info' | 'warning' | 'error'
  readonly title?: string
  readonly children?: ReactNode
}

/** Something that whoever reads the page is to know first. */
export function Notice({ intent, title, children }: Props) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {title && <MessageBarTitle>{title}</MessageBarTitle>} {children}
      </MessageBarBody>
    </MessageBar>
  )
}
