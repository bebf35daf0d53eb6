import { Combobox, Field, Input, Option, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { optionCaption } from '@/i18n/captions'
import { withValue, type FilterKind } from './filterExamples'
import { FilterHelp } from './FilterHelp'

const useStyles = makeStyles({
  field: { minInlineSize: 0 },
  input: { minInlineSize: 0, inlineSize: '100%' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
  },
})

type Props = {
  readonly caption: string
  readonly kind: FilterKind
  /** The values of an option. */
  readonly values?: readonly string[] | null | undefined
  /** In Business Central's filter language. */
  readonly expression: string
  readonly onChange: (expression: string) => void
  /** What the server says against the expression. */
  readonly error?: string | undefined
}

/** A filter on one field: its expression, what is wrong with it, and help. Values of an option can be chosen, too. */
export function FilterInput({ caption, kind, values, expression, onChange, error }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const chosen = expression.split('|').map((part) => part.trim())
  const choices = kind === 'boolean' ? ['Yes', 'No'] : (values ?? [])
  const captionOf = (value: string) => {
    if (kind === 'boolean') return t(value === 'Yes' ? 'input.filterHelp.examples.yes' : 'input.filterHelp.examples.no')
    return value ? optionCaption(t, value) : t('input.filterHelp.blankValue')
  }
  const choose = (value: string | undefined) => {
    if (value === undefined) return
    onChange(kind === 'boolean' ? value : withValue(expression, value))
  }
  return (
    <Field className={styles.field} label={caption} validationMessage={error}>
      {(props) => (
        <div className={styles.line}>
          {choices.length ? (
            <Combobox
              {...props}
              className={styles.input}
              input={{ className: styles.input }}
              freeform
              value={expression}
              selectedOptions={chosen}
              onChange={({ target }) => onChange(target.value)}
              onOptionSelect={(_, { optionValue }) => choose(optionValue)}
            >
              {choices.map((value) => (
                <Option key={value} value={value} text={value}>
                  {shown(value, captionOf(value))}
                </Option>
              ))}
            </Combobox>
          ) : (
            <Input
              {...props}
              className={styles.input}
              value={expression}
              spellCheck={false}
              autoComplete="off"
              onChange={(_, { value }) => onChange(value)}
            />
          )}
          <FilterHelp caption={caption} kind={kind} onTake={onChange} />
        </div>
      )}
    </Field>
  )
}

/** The caption of a value, and the value itself where another language says it differently: filters name the value. */
const shown = (value: string, caption: string) =>
  value === '' || caption === value ? caption : `${caption} (${value})`
