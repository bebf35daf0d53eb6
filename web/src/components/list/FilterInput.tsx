import { Dropdown, Input, Option, makeStyles } from '@fluentui/react-components'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '@/api/fields'
import { optionCaption } from '@/i18n/captions'
import { booleanOfExpression, expressionOfOptions, optionsOfExpression } from './choices'

// Fluent's own least width is more than a narrow pane has.
const useStyles = makeStyles({ choice: { minInlineSize: 0, inlineSize: '100%' } })

type Props = {
  readonly field: Field
  readonly expression: string
  readonly onChange: (expression: string) => void
}

/** Enters one filter: by choosing, where the field has options, else as an expression. The caller's `Field` labels it. */
export function FilterInput({ field, expression, onChange, ...labelled }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const options = field.kind === 'option' ? field.options : undefined
  const chosen = options && optionsOfExpression(expression, options)
  if (options && chosen) {
    return (
      <Dropdown
        {...labelled}
        className={styles.choice}
        multiselect
        placeholder={t('lists.all')}
        value={chosen.map((value) => optionCaption(t, value) || t('lists.blank')).join(', ')}
        selectedOptions={[...chosen]}
        onOptionSelect={(_, { selectedOptions }) => onChange(expressionOfOptions(selectedOptions))}
      >
        {options.map((value) => (
          <Option key={value} value={value}>
            {optionCaption(t, value) || t('lists.blank')}
          </Option>
        ))}
      </Dropdown>
    )
  }
  const yesOrNo = booleanOfExpression(expression)
  if (field.kind === 'boolean' && (yesOrNo || !expression)) {
    const captions = { Yes: t('common.yes'), No: t('common.no') }
    return (
      <Dropdown
        {...labelled}
        className={styles.choice}
        value={yesOrNo ? captions[yesOrNo] : t('lists.all')}
        selectedOptions={[yesOrNo ?? '']}
        onOptionSelect={(_, { optionValue }) => onChange(optionValue ?? '')}
      >
        <Option value="">{t('lists.all')}</Option>
        <Option value="Yes">{captions.Yes}</Option>
        <Option value="No">{captions.No}</Option>
      </Dropdown>
    )
  }
  return <ExpressionInput {...labelled} field={field} expression={expression} onChange={onChange} />
}

/** Takes the expression when it is finished: by Enter, or by leaving the field. */
function ExpressionInput({ field, expression, onChange, ...labelled }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const finish = () => {
    setTyped(undefined)
    if (typed !== undefined && typed !== expression) onChange(typed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish()
    if (event.key === 'Escape' && typed !== undefined && typed !== expression) {
      event.stopPropagation()
      setTyped(undefined)
    }
  }
  const example = { text: t('lists.exampleText'), number: t('lists.exampleNumber'), date: t('lists.exampleDate') }
  const kind =
    field.kind === 'integer' || field.kind === 'decimal' ? 'number' : field.kind.startsWith('date') ? 'date' : 'text'
  return (
    <Input
      {...labelled}
      value={typed ?? expression}
      placeholder={example[kind]}
      spellCheck={false}
      autoComplete="off"
      onChange={(_, { value }) => setTyped(value)}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  )
}
