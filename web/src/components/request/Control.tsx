import { Checkbox, Dropdown, Field, Input, Option, Select, SpinButton } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { DateInput } from '@/components/input/DateInput'
import type { Days } from '@/components/input/dateText'
import { DateTimeInput } from '@/components/input/DateTimeInput'
import { TimeInput } from '@/components/input/TimeInput'
import { optionName, optionValue } from './captions'
import type { Fault } from './options'
import { controlOf, valuesOf, type Schema } from './schema'

type Props = {
  readonly objectId: number
  readonly name: string
  /** Normalised. */
  readonly schema: Schema
  readonly required: boolean
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly fault: Fault | undefined
  readonly days: Days
  readonly zone: string
}

/** One option of a request page, as its schema says it is entered. */
export function Control({ objectId, name, schema, required, value, onChange, fault, days, zone }: Props) {
  const { t } = useTranslation()
  const caption = optionName(t, objectId, name, schema.title)
  const { minimum, maximum } = schema
  const error = fault && t(`request.faults.${fault}`, { minimum: minimum ?? 0, maximum: maximum ?? 0 })
  const values = valuesOf(schema)
  const say = (one: string) => optionValue(t, objectId, name, one)
  const text = typeof value === 'string' ? value : ''
  const moment = { caption, value: text, onChange, error, days, zone }

  switch (controlOf(schema)) {
    case 'yesNo':
      return (
        <Checkbox label={caption} checked={value === true} onChange={(_, { checked }) => onChange(checked === true)} />
      )
    case 'choice':
      return (
        <Field label={caption} required={required} validationMessage={error}>
          <Select value={text} onChange={(_, data) => onChange(data.value)}>
            {!required && <option value="">{t('request.byDefault')}</option>}
            {values.map((one) => (
              <option key={one} value={one}>
                {say(one)}
              </option>
            ))}
          </Select>
        </Field>
      )
    case 'tags': {
      const chosen = Array.isArray(value) ? (value as string[]) : []
      if (!values.length) {
        const list = (written: string) =>
          written
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean)
        return (
          <Field label={caption} hint={t('request.commas')} validationMessage={error}>
            <Input defaultValue={chosen.join(', ')} onChange={(_, data) => onChange(list(data.value))} />
          </Field>
        )
      }
      return (
        <Field label={caption} required={required} validationMessage={error}>
          <Dropdown
            multiselect
            value={chosen.map(say).join(', ')}
            selectedOptions={chosen}
            onOptionSelect={(_, { selectedOptions }) => onChange(selectedOptions)}
          >
            {values.map((one) => (
              <Option key={one} value={one}>
                {say(one)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )
    }
    case 'integer':
    case 'number':
      return (
        <Field label={caption} required={required} validationMessage={error}>
          <SpinButton
            value={typeof value === 'number' ? value : null}
            displayValue={typeof value === 'number' ? String(value) : ''}
            {...(minimum === undefined ? {} : { min: minimum })}
            {...(maximum === undefined ? {} : { max: maximum })}
            onChange={(_, data) => onChange(data.value ?? numberOf(data.displayValue))}
          />
        </Field>
      )
    case 'date':
      return <DateInput {...moment} required={required} />
    case 'dateTime':
      return <DateTimeInput {...moment} />
    case 'time':
      return <TimeInput caption={caption} value={text.slice(0, 5)} onChange={onChange} error={error} />
    case 'text':
      return (
        <Field label={caption} required={required} validationMessage={error}>
          <Input value={text} onChange={(_, data) => onChange(data.value)} />
        </Field>
      )
  }
}

function numberOf(text: string | undefined): number | undefined {
  const number = Number(text?.trim().replace(',', '.') || Number.NaN)
  return Number.isNaN(number) ? undefined : number
}
