import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'
import { useInputStyles } from './inputStyles'
import { parseDate, type Days } from './dateText'

type Props = {
  readonly caption: string
  /** As `2026-11-25`; nothing, if blank. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** What short forms are read against. */
  readonly days: Days
  /** What is wrong with the value, if something is. */
  readonly error?: string | undefined
  readonly hint?: string | undefined
  readonly required?: boolean
}

/**
 * A date, typed in the short forms of Business Central and shown as the language writes it. The browser's own date field
 * would follow the browser's language.
 */
export function DateInput({ caption, value, onChange, days, error, hint, required = false }: Props) {
  const styles = useInputStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState(false)

  const finish = () => {
    if (typed === undefined) return
    const date = typed.trim() === '' ? '' : parseDate(typed, days)
    setWrong(date === undefined)
    if (date === undefined) return
    setTyped(undefined)
    onChange(date)
  }

  return (
    <Field
      className={styles.field}
      label={caption}
      required={required}
      hint={hint}
      validationMessage={wrong ? t('input.date.notADate') : error}
    >
      <Input
        className={styles.input}
        input={{ className: styles.input }}
        value={typed ?? (value && format.date(value))}
        placeholder={t('input.date.placeholder')}
        autoComplete="off"
        onChange={(_, { value: text }) => setTyped(text)}
        onBlur={finish}
        onKeyDown={({ key }) => key === 'Enter' && finish()}
      />
    </Field>
  )
}
