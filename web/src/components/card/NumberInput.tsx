import { Input, type InputProps } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useFormat } from '@/i18n/format'
import { parseNumber } from '@/i18n/parseNumber'

type Props = Omit<InputProps, 'value' | 'onChange' | 'size'> & {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** A number, written as the language writes it. What is no number is put back. */
export function NumberInput({ value, onChange, ...rest }: Props) {
  const format = useFormat()
  const written = value === null ? '' : format.number(value)
  const [text, setText] = useState(written)
  useEffect(() => setText(written), [written])
  const finish = () => {
    if (text === written) return
    const number = text.trim() === '' ? null : parseNumber(text)
    if (number === undefined) setText(written)
    else onChange(number)
  }
  return (
    <Input
      {...rest}
      inputMode="decimal"
      value={text}
      onChange={(_, data) => setText(data.value)}
      onBlur={finish}
      onKeyDown={({ key }) => key === 'Enter' && finish()}
    />
  )
}
