import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { field as fieldOf, type EntitySet } from '@/api/fields'
import { useSession } from '@/api/session'
import { parseDate } from '@/components/input/dateText'
import { captionOf } from '@/components/list/caption'
import { asText, isNumber, valueText } from '@/components/list/valueText'
import { Lookup } from '@/components/lookup/Lookup'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { parseNumber } from '@/i18n/parseNumber'
import type { AnyLineColumn } from './columns'
import { useLineStyles } from './lineStyles'

type Props = {
  readonly entity: EntitySet
  readonly column: AnyLineColumn
  /** The line as it is shown. */
  readonly line: Readonly<Record<string, unknown>>
  /** `row/field`, by which the cell is found. */
  readonly cell: string
  readonly disabled: boolean
  /** The id of what is said against it. */
  readonly fault: string | undefined
  readonly onEnter: (value: unknown) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** A cell of a line in which something is entered, as its kind is. What can't be read is put back. */
export function LineCell({ entity, column, line, cell, disabled, fault, onEnter, onKeyDown }: Props) {
  const styles = useLineStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const { workDate } = useSession()
  const [typed, setTyped] = useState<string>()
  const { kind, options } = fieldOf(entity, column.field)
  const value = line[column.field]
  const shown = valueText(format, kind, value, column.amount)
  const common = {
    'data-cell': cell,
    'aria-label': captionOf(t, column),
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': fault,
    disabled,
    onKeyDown,
  } as const

  if (kind === 'option') {
    return (
      <select
        {...common}
        className={styles.input}
        value={asText(value)}
        onChange={({ target }) => onEnter(target.value)}
      >
        {(column.options ?? options ?? []).map((option) => (
          <option key={option} value={option}>
            {optionCaption(t, option)}
          </option>
        ))}
      </select>
    )
  }
  if (kind === 'boolean') {
    return (
      <input {...common} type="checkbox" checked={value === true} onChange={({ target }) => onEnter(target.checked)} />
    )
  }
  const source = column.lookup?.(line)
  if (source) {
    return (
      <Lookup
        plain
        source={source}
        value={asText(value)}
        className={styles.lookup}
        aria-label={captionOf(t, column)}
        aria-describedby={fault}
        data-cell={cell}
        disabled={disabled}
        invalid={fault !== undefined}
        onChange={onEnter}
        onKeyDown={onKeyDown}
      />
    )
  }
  /** What was typed, as the API has it; nothing, when it can't be read. */
  const read = (text: string): unknown => {
    if (isNumber(kind)) return text.trim() === '' ? 0 : parseNumber(text)
    if (kind === 'date') return text.trim() === '' ? null : parseDate(text, { today: workDate, workDate })
    return text
  }
  const finish = () => {
    setTyped(undefined)
    if (typed === undefined || typed === shown) return
    const entered = read(typed)
    if (entered !== undefined) onEnter(entered)
  }
  return (
    <input
      {...common}
      className={isNumber(kind) ? styles.numberInput : styles.input}
      inputMode={isNumber(kind) ? 'decimal' : 'text'}
      autoComplete="off"
      value={typed ?? shown}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(undefined)
        onKeyDown(event)
        // Where the key leads away, leaving the cell has entered it already.
        if (event.key === 'Enter' && document.activeElement === event.currentTarget) finish()
      }}
    />
  )
}
