import { Button, Field, makeStyles, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { field as fieldOf, type EntitySet } from '@/api/fields'
import { captionOf } from './caption'
import type { AnyColumn } from './definition'
import { FilterInput } from './FilterInput'
import type { ListState } from './state'

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, alignItems: 'stretch' },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  raw: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
})

type Props = {
  readonly entity: EntitySet
  readonly columns: readonly AnyColumn[]
  readonly state: ListState
  readonly onChange: (change: Partial<ListState>) => void
  /** The field whose filter the server did not take, and what it said. */
  readonly refused: { readonly field: string; readonly message: string } | undefined
}

/** One filter expression for each column, all of which a record must pass. */
export function FilterPane({ entity, columns, state, onChange, refused }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const set = (field: string, expression: string) => {
    const { [field]: _, ...others } = state.filters
    onChange({ filters: expression.trim() ? { ...others, [field]: expression } : others })
  }
  const filterable = columns.filter(({ field }) => fieldOf(entity, field).filterable)
  return (
    <div className={styles.pane}>
      {state.odata && (
        <Field label={t('lists.otherFilter')}>
          <div className={styles.row}>
            <span className={styles.raw}>{state.odata}</span>
            <Button
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={t('lists.clearFilters')}
              onClick={() => onChange({ odata: '' })}
            />
          </div>
        </Field>
      )}
      {filterable.map((column) => (
        <Field
          key={column.field}
          label={captionOf(t, column)}
          size="small"
          validationMessage={refused?.field === column.field ? refused.message : undefined}
        >
          <FilterInput
            field={fieldOf(entity, column.field)}
            expression={state.filters[column.field] ?? ''}
            onChange={(expression) => set(column.field, expression)}
          />
        </Field>
      ))}
    </div>
  )
}
