import { Button } from '@fluentui/react-components'
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { readonly text: () => string; readonly disabled?: boolean; readonly children: string }

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({ text, disabled = false, children }: Props) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text())
    setCopied(true)
  }
  return (
    <Button
      size="small"
      icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
      disabled={disabled}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{copied ? t('common.copied') : children}</span>
    </Button>
  )
}
