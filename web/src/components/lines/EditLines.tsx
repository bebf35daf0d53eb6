import { Spinner, mergeClasses } from '@fluentui/react-components'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { field as fieldOf } from '@/api/fields'
import { useConfirm } from '@/components/dialog/useConfirm'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { captionOf } from '@/components/list/caption'
import type { AnyRow } from '@/components/list/definition'
import { isNumber } from '@/components/list/valueText'
import { isEntered, type AnyLineColumn } from './columns'
import { LineRow } from './LineRow'
import { useLineStyles } from './lineStyles'
import { NEW, fieldAfter, nextPlace, type Place } from './place'
import { useLines, type LinesOptions } from './useLines'

type Values = Readonly<Record<string, unknown>>

type Props = LinesOptions & {
  readonly label: string
  readonly columns: readonly AnyLineColumn[]
  /** Whether lines can be entered now. */
  readonly editable: boolean
  /** Whether those that are there stay, and none is added. */
  readonly fixed?: boolean
  /** What a new line begins with, before anything is entered; it may depend on the line above. */
  readonly begin: (above: AnyRow | undefined) => Values
  /** Whether enough is entered of a new line for it to be added. */
  readonly complete: (line: Values) => boolean
  /** Where to go on when a line was added; the field after that which was entered last, if nothing is said. */
  readonly onward?: string
}

/**
 * Lines that are entered in their place, as on a page of Business Central: each field goes to the server when it is left, and
 * what follows from it comes back. Enter leads down, Tab on, Escape takes back what is typed, Ctrl+Delete deletes a line;
 * under the last line a new one begins.
 */
export function EditLines({ label, columns, editable, fixed = false, begin, complete, onward, ...options }: Props) {
  const styles = useLineStyles()
  const { t } = useTranslation()
  const confirm = useConfirm()
  const table = useRef<HTMLTableElement>(null)
  const wanted = useRef<Place>(undefined)
  const lines = useLines(options)
  const { rows, faults } = lines
  const [draft, setDraft] = useState<Values>({})
  const [adding, setAdding] = useState(false)
  const { entity } = options
  const begun = { ...begin(rows.at(-1)), ...draft }

  const fieldsOf = (line: Values, row?: AnyRow) =>
    columns.filter((column) => isEntered(column, line, row)).map(({ field }) => field)
  const firstFields = fieldsOf(begun)
  const cells = [
    ...rows.map((row) => ({ row: row.id ?? '', fields: fieldsOf(row, row) })),
    { row: NEW, fields: firstFields },
  ]
  // Some lines are only made by an action: of those nothing is entered before they are there.
  const begins = editable && !fixed && firstFields.length > 0
  const focus = ({ row, field }: Place) => {
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${row}/${field}"]`)
    const input =
      cell instanceof HTMLInputElement || cell instanceof HTMLSelectElement ? cell : cell?.querySelector('input')
    input?.focus()
    return input !== undefined && input !== null
  }
  // A line that was added is there only when the list has been read again.
  useEffect(() => {
    if (wanted.current && focus(wanted.current)) wanted.current = undefined
  })

  const onEnterNew = async (field: string, value: unknown) => {
    const line = { ...begun, [field]: value }
    setDraft({ ...draft, [field]: value })
    lines.forget(NEW)
    if (!complete(line) || adding) return
    setAdding(true)
    const added = await lines.add(line)
    setAdding(false)
    if (!added) return
    setDraft({})
    const fields = fieldsOf(added, added)
    const after = onward && fields.includes(onward) ? onward : fieldAfter(field, fields)
    wanted.current = { row: added.id ?? '', field: after }
  }

  const onDelete = async (row: AnyRow) => {
    const id = row.id ?? ''
    const yes = await confirm({
      title: t('lines.deleteTitle'),
      text: t('lines.deleteText'),
      confirm: t('common.delete'),
      danger: true,
    })
    if (!yes) return
    const below = cells[cells.findIndex((cell) => cell.row === id) + 1]
    await lines.remove(id)
    if (below?.fields[0]) focus({ row: below.row, field: below.fields[0] })
  }

  const onKeyDown = (place: Place, event: KeyboardEvent<HTMLElement>, row?: AnyRow) => {
    if (event.key === 'Delete' && (event.ctrlKey || event.metaKey) && row && !fixed) {
      event.preventDefault()
      void onDelete(row)
      return
    }
    // In a list of options the arrows choose.
    if (event.target instanceof HTMLSelectElement && event.key !== 'Enter') return
    const to = nextPlace(place, event, cells)
    if (!to) return
    event.preventDefault()
    focus(to)
  }

  if (lines.error) return <ErrorMessage error={lines.error} onRetry={lines.retry} />
  if (!lines.loaded) return <Spinner size="small" label={t('common.loading')} />
  if (!begins && !rows.length) return <p>{t('lists.nothing')}</p>
  return (
    <>
      {/* Where nothing in it takes the focus, it is scrolled by keyboard itself. */}
      <div className={styles.scroller} role="region" aria-label={label} tabIndex={editable ? undefined : 0}>
        <table ref={table} className={styles.table} aria-label={label} aria-busy={lines.busy}>
          <colgroup>
            {columns.map(({ field, width }) => (
              <col key={field} style={{ inlineSize: width }} />
            ))}
            {editable && <col style={{ inlineSize: 40 }} />}
          </colgroup>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.field}
                  scope="col"
                  className={mergeClasses(styles.head, isNumber(fieldOf(entity, column.field).kind) && styles.number)}
                >
                  {captionOf(t, column)}
                </th>
              ))}
              {editable && <td className={styles.head} />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <LineRow
                key={row.id}
                entity={entity}
                columns={columns}
                row={row}
                line={row}
                editable={editable}
                faults={faults[row.id ?? '']}
                onEnter={(field, value) => void lines.change(row.id ?? '', { [field]: value })}
                {...(fixed ? {} : { onDelete: () => void onDelete(row) })}
                onKeyDown={(field, event) => onKeyDown({ row: row.id ?? '', field }, event, row)}
              />
            ))}
            {begins && (
              <LineRow
                key={NEW}
                entity={entity}
                columns={columns}
                line={begun}
                editable
                disabled={adding}
                faults={faults[NEW]}
                onEnter={(field, value) => void onEnterNew(field, value)}
                onKeyDown={(field, event) => onKeyDown({ row: NEW, field }, event)}
              />
            )}
          </tbody>
        </table>
      </div>
      {editable && <p className={styles.hint}>{t('lines.keys')}</p>}
    </>
  )
}
