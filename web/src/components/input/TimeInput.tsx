import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInputStyles } from './inputStyles'
import { parseTime } from './timeText'

type Props = {
  readonly caption: string
  /** What a screen reader says, where the caption alone does not tell which time it is. */
  readonly spoken?: string
  /** As `08:00`; nothing, if blank. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly hint?: string | undefined
}

/** A time of day, typed as `9`, `0930` or `9:30`. */
export function TimeInput({ caption, spoken, value, onChange, error, hint }: Props) {
  const styles = useInputStyles()
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState(false)

  const finish = () => {
    if (typed === undefined) return
    const time = typed.trim() === '' ? '' : parseTime(typed)
    setWrong(time === undefined)
    if (time === undefined) return
    setTyped(undefined)
    onChange(time)
  }

  return (
    <Field
      className={styles.field}
      label={caption}
      hint={hint}
      validationMessage={wrong ? t('input.time.notATime') : error}
    >
      <Input
        className={styles.input}
        input={{ className: styles.input }}
        value={typed ?? value}
        placeholder={t('input.time.placeholder')}
        autoComplete="off"
        {...(spoken ? { 'aria-label': spoken } : {})}
        onChange={(_, { value: text }) => setTyped(text)}
        onBlur={finish}
        onKeyDown={({ key }) => key === 'Enter' && finish()}
      />
    </Field>
  )
}
