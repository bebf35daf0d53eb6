import { mergeClasses } from '@fluentui/react-components'
import { useVirtualizer, type Range, defaultRangeExtractor } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type SyntheticEvent,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { EntitySet } from '@/api/fields'
import { useNarrow } from '@/components/page/useNarrow'
import { useFormat } from '@/i18n/format'
import { between, move, type Cursor } from './cursor'
import type { AnyColumn, AnyRow } from './definition'
import { gridColumns, useGridStyles } from './gridStyles'
import { HeaderRow } from './HeaderRow'
import { GridRow } from './GridRow'

const WIDE_ROW = 36
const NARROW_ROW = 64

export type DataListProps = {
  /** What a screen reader calls the list. */
  readonly label: string
  readonly entity: EntitySet
  readonly columns: readonly AnyColumn[]
  readonly rows: readonly AnyRow[]
  /** How many there are in all, loaded or not. */
  readonly total?: number
  /** Called when the end of what is loaded comes near. */
  readonly onMore?: () => void
  readonly sort?: string | undefined
  readonly onSort?: (field: string) => void
  readonly selected?: ReadonlySet<string>
  readonly onSelect?: (selected: ReadonlySet<string>) => void
  readonly onOpen?: ((row: AnyRow) => void) | undefined
  /** As high as its rows, not as its place. */
  readonly inline?: boolean
  /** Dimmed: the rows are those of the question before. */
  readonly dimmed?: boolean
}

/** The captions are the first row to a screen reader. */
const FIRST_ROW = 2
const NONE: ReadonlySet<string> = new Set()

/**
 * A virtualised ARIA grid. The focus stays on the grid and `aria-activedescendant` names the active cell, so that a row
 * which scrolls away takes no focus with it.
 */
export function DataList(props: DataListProps) {
  const {
    label,
    entity,
    columns,
    rows,
    total = rows.length,
    onMore,
    sort,
    onSort,
    onSelect,
    onOpen,
    inline,
    dimmed,
  } = props
  const selected = props.selected ?? NONE
  const styles = useGridStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const narrow = useNarrow()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState<Cursor>({ row: -1, column: 0 })
  const anchor = useRef(0)
  const height = narrow ? NARROW_ROW : WIDE_ROW
  const active = Math.min(cursor.row, rows.length - 1)

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    // The active row is always there: the grid names it.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range)
        return active < 0 || active >= range.count || shown.includes(active)
          ? shown
          : [...shown, active].sort((a, b) => a - b)
      },
      [active],
    ),
  })
  useEffect(() => void virtual.measure(), [height, virtual])

  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length && last >= rows.length - 30) onMore?.()
  }, [last, rows.length, onMore])

  const ids = useMemo(() => rows.map((row) => row.id ?? ''), [rows])
  const template = useMemo(() => gridColumns(entity, columns, Boolean(onSelect)), [entity, columns, onSelect])
  const select = (next: Iterable<string>) => onSelect?.(new Set(next))
  const all = rows.length > 0 && selected.size >= rows.length
  const onSelectAll = useCallback(() => onSelect?.(new Set(all ? [] : ids)), [onSelect, all, ids])
  const toggle = (rowId: string) => {
    const next = new Set(selected)
    if (!next.delete(rowId)) next.add(rowId)
    select(next)
  }

  const go = (to: Cursor, extend: boolean) => {
    setCursor(to)
    virtual.scrollToIndex(to.row)
    if (extend && onSelect) select(between(ids, anchor.current, to.row))
    else anchor.current = to.row
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1)
    const ctrlKey = event.ctrlKey || event.metaKey
    const to = move(
      { ...cursor, row: active },
      { key: event.key, ctrlKey },
      { rows: rows.length, columns: columns.length, page },
    )
    const row = rows[active]
    if (to) go(to, event.shiftKey)
    else if (event.key === 'Enter' && row && onOpen) onOpen(row)
    else if (event.key === ' ' && row && onSelect) toggle(row.id ?? '')
    else if (event.key === 'a' && ctrlKey && onSelect) select(ids)
    else if (event.key === 'Escape' && selected.size) select([])
    else return
    event.preventDefault()
  }

  // What happens to a row is heard here: handlers of their own would draw all rows anew whenever one comes into sight.
  const onClick = (event: MouseEvent) => {
    const index = rowAt(event)
    const row = rows[index]
    if (!row) return
    scroller.current?.focus({ preventScroll: true })
    setCursor({ row: index, column: cursor.column })
    if (onSelect && event.shiftKey) return select(between(ids, anchor.current, index))
    anchor.current = index
    if (onSelect && (event.ctrlKey || event.metaKey)) return toggle(row.id ?? '')
    if (narrow && onSelect) toggle(row.id ?? '')
    else if (narrow && onOpen) onOpen(row)
  }

  const onDoubleClick = (event: MouseEvent) => {
    const row = rows[rowAt(event)]
    if (row && !narrow) onOpen?.(row)
  }

  const onChange = (event: SyntheticEvent) => {
    const row = rows[rowAt(event)]
    if (row) toggle(row.id ?? '')
  }

  return (
    <div
      ref={scroller}
      className={mergeClasses(styles.scroller, inline && styles.inline, dimmed && styles.dimmed)}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable={onSelect ? true : undefined}
      aria-activedescendant={active >= 0 ? `${id}-${active}-${cursor.column}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onChange={onChange}
      onFocus={(event) => {
        if (event.target === event.currentTarget && active < 0 && rows.length) setCursor({ row: 0, column: 0 })
      }}
    >
      <HeaderRow
        entity={entity}
        columns={columns}
        sort={sort}
        onSort={onSort}
        narrow={narrow}
        template={template}
        checked={onSelect && (all || (selected.size > 0 ? 'mixed' : false))}
        onSelectAll={onSelectAll}
      />
      <div className={styles.rows} role="rowgroup" style={{ blockSize: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <GridRow
              key={row.id ?? index}
              id={`${id}-${index}`}
              entity={entity}
              columns={columns}
              row={row}
              index={index}
              start={start}
              height={height}
              narrow={narrow}
              t={t}
              format={format}
              template={template}
              activeColumn={index === active ? cursor.column : undefined}
              selected={onSelect ? selected.has(row.id ?? '') : undefined}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The place in `rows` of the row in which something happened; -1 for the captions. */
function rowAt({ target }: SyntheticEvent): number {
  const row = target instanceof Element ? target.closest('[role="row"]') : null
  return Number(row?.getAttribute('aria-rowindex') ?? 1) - FIRST_ROW
}
