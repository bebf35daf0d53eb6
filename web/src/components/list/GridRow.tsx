import { Checkbox, mergeClasses } from '@fluentui/react-components'
import { memo } from 'react'
import type { TFunction } from 'i18next'
import { field as fieldOf, type EntitySet } from '@/api/fields'
import { Cell } from './Cell'
import type { Format } from '@/i18n/format'
import type { AnyColumn, AnyRow } from './definition'
import { useGridStyles } from './gridStyles'
import { isNumber } from './valueText'

type Props = {
  readonly id: string
  readonly entity: EntitySet
  readonly columns: readonly AnyColumn[]
  readonly row: AnyRow
  readonly index: number
  readonly start: number
  readonly height: number
  readonly narrow: boolean
  /** Asked for once in a list: asking in every cell takes half the time of showing it. */
  readonly t: TFunction
  readonly format: Format
  readonly template: string
  readonly activeColumn: number | undefined
  /** Nothing, where nothing can be selected. */
  readonly selected: boolean | undefined
}

/** One record, drawn again only when it is another or looks different. What happens to it, the list hears. */
export const GridRow = memo(function GridRow(props: Props) {
  const { id, index, start, height, narrow, t, template, selected } = props
  const styles = useGridStyles()
  const place = { transform: `translateY(${start}px)`, blockSize: height }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={mergeClasses(
        styles.row,
        narrow && styles.rowNarrow,
        narrow && selected !== undefined && styles.rowSelecting,
        selected && styles.rowSelected,
      )}
      style={narrow ? place : { ...place, gridTemplateColumns: template }}
    >
      {selected !== undefined && (
        <div role="gridcell" className={styles.check} id={`${id}-check`}>
          <Checkbox
            aria-label={t('lists.select')}
            checked={selected}
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
          />
        </div>
      )}
      {narrow ? <NarrowCells {...props} /> : <WideCells {...props} />}
    </div>
  )
})

function WideCells({ id, entity, columns, row, t, format, activeColumn }: Props) {
  const styles = useGridStyles()
  return columns.map((column, index) => (
    <div
      key={column.field}
      id={`${id}-${index}`}
      role="gridcell"
      aria-colindex={index + 1}
      className={mergeClasses(
        styles.cell,
        isNumber(fieldOf(entity, column.field).kind) && styles.number,
        index === activeColumn && styles.cellActive,
      )}
    >
      <Cell entity={entity} column={column} row={row} t={t} format={format} />
    </div>
  ))
}

/** Two lines: what it is and how much, and below what else matters. */
function NarrowCells({ id, entity, columns, row, t, format, activeColumn }: Props) {
  const styles = useGridStyles()
  const at = (place: AnyColumn['narrow']) => columns.filter(({ narrow }) => narrow === place)
  const titles = columns.some(({ narrow }) => narrow === 'title') ? at('title') : columns.slice(0, 1)
  const cells = (of: readonly AnyColumn[]) =>
    of.map((column) => <Cell key={column.field} entity={entity} column={column} row={row} t={t} format={format} />)
  return (
    <>
      <div role="gridcell" id={`${id}-${activeColumn ?? 0}`} className={styles.cell}>
        <div className={styles.title}>{cells(titles)}</div>
        <div className={styles.detail}>{cells(at('detail'))}</div>
      </div>
      <div role="gridcell" className={styles.end}>
        {cells(at('end'))}
      </div>
    </>
  )
}
