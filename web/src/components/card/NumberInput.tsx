import { Input, type InputProps } from '@fluentui/react-components'
import { useState } from 'react'
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
  const [typed, setTyped] = useState<string>()
  const finish = () => {
    setTyped(undefined)
    if (typed === undefined || typed === written) return
    const number = typed.trim() === '' ? null : parseNumber(typed)
    if (number !== undefined) onChange(number)
  }
  return (
    <Input
      {...rest}
      inputMode="decimal"
      value={typed ?? written}
      onChange={(_, data) => setTyped(data.value)}
      onBlur={finish}
      onKeyDown={({ key }) => key === 'Enter' && finish()}
    />
  )
}
