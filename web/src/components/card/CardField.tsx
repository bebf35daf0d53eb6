import { Field, Input, Select, Switch, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { field as fieldOf, type EntitySet, type FieldName } from '@/api/fields'
import { captionOf } from '@/components/list/caption'
import { asText, valueText } from '@/components/list/valueText'
import { Lookup } from '@/components/lookup/Lookup'
import type { LookupSource } from '@/components/lookup/source'
import { optionCaption, type FieldCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import type { Values } from './changes'
import { useCardContext } from './context'
import { EnteredField } from './EnteredField'
import { NumberInput } from './NumberInput'

const useStyles = makeStyles({
  // Fluent leaves room around a switch; here it stands below its caption.
  toggle: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  shown: {
    minBlockSize: '32px',
    paddingBlock: '5px',
    borderBottom: `1px dotted ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
})

type Props = {
  readonly name: string
  readonly caption?: FieldCaption
  /** Can't be changed here. */
  readonly readOnly?: boolean
  readonly amount?: boolean
  readonly lines?: number
  /** The records from which it is chosen. */
  readonly lookup?: LookupSource | undefined
  /** The same, where it depends on the rest of the record as it will be when it is saved. */
  readonly lookupIn?: ((record: Values) => LookupSource) | undefined
  /** What the field does, where its caption doesn't say it. */
  readonly hint?: string
}

/** One field of the card around it. */
export function CardField({ name, caption, readOnly, amount, lines, lookup, lookupIn, hint }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const { entity, record, draft, set, errors, editable } = useCardContext()
  const { kind, options } = fieldOf(entity, name)
  const label = captionOf(t, { field: name, ...(caption ? { caption } : {}) })
  const value = name in draft ? draft[name] : record[name]
  const fixed = readOnly || !editable
  const error = errors[name]
  const source = lookupIn?.({ ...record, ...draft }) ?? lookup

  if (kind === 'boolean' && !fixed) {
    return (
      <Field label={label} validationMessage={error} hint={hint}>
        <Switch
          checked={value === true}
          className={styles.toggle}
          label={value === true ? t('common.yes') : t('common.no')}
          onChange={(_, { checked }) => set(name, checked)}
        />
      </Field>
    )
  }
  if (fixed) {
    const text =
      kind === 'boolean'
        ? t(value === true ? 'common.yes' : 'common.no')
        : kind === 'option'
          ? optionCaption(t, asText(value))
          : valueText(format, kind, value, amount)
    return (
      <Field label={label} hint={hint}>
        {(props) => (
          <div {...props} role="textbox" aria-readonly tabIndex={0} className={styles.shown}>
            {text || '\u2013'}
          </div>
        )}
      </Field>
    )
  }
  if (kind === 'date' || kind === 'time' || kind === 'dateTime') {
    const text = asText(value)
    return <EnteredField kind={kind} caption={label} value={text} error={error} onChange={(to) => set(name, to)} />
  }
  return (
    <Field label={label} validationMessage={error} hint={hint}>
      {kind === 'option' ? (
        <Select value={asText(value)} onChange={(_, data) => set(name, data.value)}>
          {options?.map((option) => (
            <option key={option} value={option}>
              {optionCaption(t, option)}
            </option>
          ))}
        </Select>
      ) : kind === 'decimal' || kind === 'integer' ? (
        <NumberInput value={typeof value === 'number' ? value : null} onChange={(number) => set(name, number)} />
      ) : source ? (
        <Lookup source={source} value={asText(value)} onChange={(code) => set(name, code)} />
      ) : lines ? (
        <Textarea rows={lines} value={asText(value)} onChange={(_, data) => set(name, data.value)} />
      ) : (
        <Input value={asText(value)} onChange={(_, data) => set(name, data.value)} />
      )}
    </Field>
  )
}

/** A field whose name the compiler checks against its entity. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- the argument only says the type
export const fieldsOf = <E extends EntitySet>(_: E) =>
  CardField as (props: Omit<Props, 'name'> & { readonly name: FieldName<E> }) => ReturnType<typeof CardField>
