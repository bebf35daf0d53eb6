import { Combobox, Option, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookupSource } from './source'
import { useMatches } from './useMatches'

const useStyles = makeStyles({
  // Fluent's own is wider than a cell.
  root: { minWidth: 0, width: '100%' },
  input: { minWidth: 0, width: '100%' },
  list: { width: 'max-content', minWidth: '240px', maxWidth: '420px' },
  option: { display: 'flex', gap: tokens.spacingHorizontalM, minInlineSize: 0 },
  code: { fontWeight: tokens.fontWeightSemibold, flexShrink: 0 },
  name: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
})

type Props = {
  readonly source: LookupSource | undefined
  readonly value: string
  /** The code that was chosen, or typed. */
  readonly onChange: (code: string) => void
  readonly className?: string
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly invalid?: boolean
  /** Without the button that opens the list. */
  readonly plain?: boolean
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string | undefined
  readonly id?: string
  readonly 'data-cell'?: string
}

/** A code that is typed, or chosen from the records that fit what is typed. */
export function Lookup({ source, value, onChange, className, invalid, plain, onKeyDown, ...rest }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const [open, setOpen] = useState(false)
  const matches = useMatches(source, typed ?? '', open)
  const finish = () => {
    setOpen(false)
    if (typed === undefined) return
    setTyped(undefined)
    const code = source?.named ? typed.trim() : typed.trim().toUpperCase()
    if (code !== value) onChange(code)
  }
  return (
    <Combobox
      {...rest}
      freeform
      listbox={{ className: styles.list }}
      positioning={{ position: 'below', align: 'start', matchTargetSize: undefined }}
      className={mergeClasses(styles.root, className)}
      input={{ className: styles.input, autoComplete: 'off', 'aria-invalid': invalid ? true : undefined }}
      value={typed ?? value}
      selectedOptions={value ? [value] : []}
      open={open && matches.length > 0}
      onOpenChange={(_, data) => setOpen(data.open)}
      onChange={(event) => {
        setTyped(event.target.value)
        setOpen(true)
      }}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(undefined)
        if (optionValue !== undefined && optionValue !== value) onChange(optionValue)
      }}
      onBlur={finish}
      onKeyDown={(event) => {
        const choosing = open && matches.length > 0 && event.currentTarget.getAttribute('aria-activedescendant')
        if (!choosing || event.key === 'Tab') onKeyDown?.(event)
        // Where the key leads away, leaving the field has entered it already.
        if (event.key === 'Enter' && !choosing && document.activeElement === event.currentTarget) finish()
      }}
      // Between cells it would be one stop more; the list opens by itself.
      expandIcon={plain ? null : { 'aria-label': t('common.show') }}
    >
      {matches.map(({ code, name }) => (
        <Option key={code} value={code} text={code}>
          <span className={styles.option}>
            <span className={styles.code}>{code}</span>
            <span className={styles.name}>{name}</span>
          </span>
        </Option>
      ))}
    </Combobox>
  )
}
