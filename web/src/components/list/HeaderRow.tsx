import { Checkbox, mergeClasses } from '@fluentui/react-components'
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { field as fieldOf, type EntitySet } from '@/api/fields'
import { captionOf } from './caption'
import type { AnyColumn } from './definition'
import { gridColumns, useGridStyles } from './gridStyles'
import { sortedBy } from './state'
import { isNumber } from './valueText'

type Props = {
  readonly entity: EntitySet
  readonly columns: readonly AnyColumn[]
  readonly sort: string | undefined
  readonly onSort: ((field: string) => void) | undefined
  readonly narrow: boolean
  readonly selection: { readonly all: boolean; readonly some: boolean } | undefined
  readonly onSelectAll: () => void
  readonly selectLabel: string
}

/** The captions of the columns; a button sorts by each that the server can sort by. */
export function HeaderRow(props: Props) {
  const { entity, columns, sort, onSort, narrow, selection, onSelectAll, selectLabel } = props
  const styles = useGridStyles()
  const { t } = useTranslation()
  // On a narrow screen the captions are only read aloud; the choice of all rows is there for everyone.
  const choice = selection && (
    <div role="columnheader" className={narrow ? styles.checkAll : styles.check}>
      <Checkbox
        {...(narrow ? { label: selectLabel } : { 'aria-label': selectLabel })}
        checked={selection.all ? true : selection.some ? 'mixed' : false}
        onChange={onSelectAll}
      />
    </div>
  )
  if (narrow && selection) {
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
      <div
        role="row"
        aria-rowindex={1}
        className={styles.header}
        style={{ gridTemplateColumns: gridColumns(entity, columns, Boolean(selection)) }}
      >
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
}
