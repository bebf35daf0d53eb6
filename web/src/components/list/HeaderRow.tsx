import { Checkbox, mergeClasses } from '@fluentui/react-components'
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { field as fieldOf, type EntitySet } from '@/api/fields'
import { captionOf } from './caption'
import type { AnyColumn } from './definition'
import { useGridStyles } from './gridStyles'
import { sortedBy } from './state'
import { isNumber } from './valueText'

type Props = {
  readonly entity: EntitySet
  readonly columns: readonly AnyColumn[]
  readonly sort: string | undefined
  readonly onSort: ((field: string) => void) | undefined
  readonly narrow: boolean
  readonly template: string
  /** Whether all rows are selected, or some; nothing, where nothing can be selected. */
  readonly checked: boolean | 'mixed' | undefined
  readonly onSelectAll: () => void
}

/** The captions of the columns; a button sorts by each that the server can sort by. */
export const HeaderRow = memo(function HeaderRow(props: Props) {
  const { entity, columns, sort, onSort, narrow, template, checked, onSelectAll } = props
  const styles = useGridStyles()
  const { t } = useTranslation()
  // On a narrow screen the captions are only read aloud; the choice of all rows is there for everyone.
  const selectLabel = t('lists.selectAll')
  const choice = checked !== undefined && (
    <div role="columnheader" className={narrow ? styles.checkAll : styles.check}>
      <Checkbox
        {...(narrow ? { label: selectLabel } : { 'aria-label': selectLabel })}
        checked={checked}
        onChange={onSelectAll}
      />
    </div>
  )
  if (narrow && choice) {
    return (
      <div role="rowgroup" className={styles.headerSelecting}>
        <div role="row" aria-rowindex={1}>
          {choice}
        </div>
      </div>
    )
  }
  return (
    <div role="rowgroup" className={narrow ? styles.headerNarrow : undefined}>
      <div role="row" aria-rowindex={1} className={styles.header} style={{ gridTemplateColumns: template }}>
        {choice}
        {columns.map((column) => {
          const { kind, sortable } = fieldOf(entity, column.field)
          const sorted = sortedBy(sort, column.field)
          const caption = captionOf(t, column)
          return (
            <div key={column.field} role="columnheader" aria-sort={sorted} className={styles.headerCell}>
              {sortable && onSort ? (
                <button
                  type="button"
                  title={caption}
                  className={mergeClasses(styles.sort, isNumber(kind) && styles.sortEnd)}
                  onClick={() => onSort(column.field)}
                >
                  <span>{caption}</span>
                  {sorted === 'ascending' && <ArrowUp12Regular />}
                  {sorted === 'descending' && <ArrowDown12Regular />}
                </button>
              ) : (
                <span title={caption} className={mergeClasses(styles.headerText, isNumber(kind) && styles.number)}>
                  {caption}
                </span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
})
