import { Label, Select, ToggleButton, makeStyles, tokens } from '@fluentui/react-components'
import { TableSimple20Regular } from '@fluentui/react-icons'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalL },
  choice: { display: 'flex', flexDirection: 'column', minInlineSize: 0, maxInlineSize: '100%' },
})

type ChoiceProps = {
  readonly label: string
  readonly value: string
  /** Each with its caption. */
  readonly options: readonly (readonly [value: string, caption: string])[]
  readonly onChange: (value: string) => void
}

/** One of a few, above a chart. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.choice}>
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={(_, chosen) => onChange(chosen.value)}>
        {options.map(([one, caption]) => (
          <option key={one} value={one}>
            {caption}
          </option>
        ))}
      </Select>
    </div>
  )
}

type Props = {
  /** What is chosen besides. */
  readonly children?: ReactNode
  readonly hours: number
  readonly choices: readonly number[]
  readonly table: boolean
  /** Gets what goes into the address. */
  readonly onChange: (part: { hours?: string; table?: string | undefined }) => void
}

/** For how many hours a chart is shown, and whether as a table. */
export function ChartTools({ children, hours, choices, table, onChange }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <div className={styles.tools}>
      {children}
      <Choice
        label={t('timeline.window')}
        value={String(hours)}
        options={choices.map((one) => [String(one), t('timeline.lastHours', { count: one })])}
        onChange={(value) => onChange({ hours: value })}
      />
      <ToggleButton
        icon={<TableSimple20Regular />}
        checked={table}
        onClick={() => onChange({ table: table ? undefined : '1' })}
      >
        {t('timeline.asTable')}
      </ToggleButton>
    </div>
  )
}
