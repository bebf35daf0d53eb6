import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Days } from '@/components/input/dateText'
import { Control } from './Control'
import { withOption, type Fault, type Options } from './options'
import type { Schema } from './schema'
import { Section } from './Section'

const useStyles = makeStyles({
  options: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(17rem, 100%), 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
  },
})

type Props = {
  readonly objectId: number
  /** Normalised. */
  readonly schema: Schema
  readonly options: Options
  readonly onChange: (options: Options) => void
  readonly faults: Readonly<Record<string, Fault>>
  readonly days: Days
  readonly zone: string
}

/** The options of a request page; nothing, where an object has none. */
export function SchemaForm({ objectId, schema, options, onChange, faults, days, zone }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const properties = Object.entries(schema.properties ?? {})
  if (!properties.length) return null
  return (
    <Section title={t('request.optionsTitle')}>
      <div className={styles.options}>
        {properties.map(([name, one]) => (
          <Control
            key={name}
            objectId={objectId}
            name={name}
            schema={one}
            required={schema.required?.includes(name) === true && one.default === undefined}
            value={options[name]}
            onChange={(value) => onChange(withOption(options, name, value))}
            fault={faults[name]}
            days={days}
            zone={zone}
          />
        ))}
      </div>
    </Section>
  )
}
