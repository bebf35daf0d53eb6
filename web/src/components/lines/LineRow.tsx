import { Button, mergeClasses } from '@fluentui/react-components'
import { Delete16Regular } from '@fluentui/react-icons'
import { useId, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { field as fieldOf, type EntitySet } from '@/api/fields'
import { captionOf } from '@/components/list/caption'
import type { AnyRow } from '@/components/list/definition'
import { asText, isNumber, valueText } from '@/components/list/valueText'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { isEntered, type AnyLineColumn } from './columns'
import type { Faults } from './faults'
import { LineCell } from './LineCell'
import { useLineStyles } from './lineStyles'
import { NEW } from './place'

type Props = {
  readonly entity: EntitySet
  readonly columns: readonly AnyLineColumn[]
  /** The record; nothing for a line that is not there yet. */
  readonly row?: AnyRow
  /** The line as it is shown. */
  readonly line: Readonly<Record<string, unknown>>
  readonly editable: boolean
  readonly disabled?: boolean
  readonly faults: Faults | undefined
  readonly onEnter: (field: string, value: unknown) => void
  readonly onDelete?: () => void
  readonly onKeyDown: (field: string, event: KeyboardEvent<HTMLElement>) => void
}

/** A line: what can be entered in cells of their own, the rest as text, and below what is wrong with it. */
export function LineRow({
  entity,
  columns,
  row,
  line,
  editable,
  disabled,
  faults,
  onEnter,
  onDelete,
  onKeyDown,
}: Props) {
  const styles = useLineStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const faultId = useId()
  const id = row?.id ?? NEW
  const text = ({ field, amount, when }: AnyLineColumn) => {
    const { kind } = fieldOf(entity, field)
    // What a line says nothing of is no zero.
    if (when?.(line) === false) return ''
    if (kind === 'boolean') return line[field] ? t('common.yes') : ''
    return kind === 'option' ? optionCaption(t, asText(line[field])) : valueText(format, kind, line[field], amount)
  }
  return (
    <>
      <tr className={mergeClasses(styles.row, faults && styles.rowFaulty)}>
        {columns.map((column) => {
          const { field } = column
          const number = isNumber(fieldOf(entity, field).kind)
          return (
            <td key={field} className={mergeClasses(styles.cell, number && styles.number)}>
              {editable && isEntered(column, line, row) ? (
                <LineCell
                  entity={entity}
                  column={column}
                  line={line}
                  cell={`${id}/${field}`}
                  disabled={disabled ?? false}
                  fault={faults && field in faults.fields ? faultId : undefined}
                  onEnter={(value) => onEnter(field, value)}
                  onKeyDown={(event) => onKeyDown(field, event)}
                />
              ) : (
                <span className={styles.text} title={text(column)}>
                  {text(column)}
                </span>
              )}
            </td>
          )
        })}
        {editable && (
          <td className={styles.cell}>
            {onDelete && (
              <Button
                appearance="subtle"
                size="small"
                icon={<Delete16Regular />}
                aria-label={t('lines.delete')}
                title={t('lines.delete')}
                onClick={onDelete}
              />
            )}
          </td>
        )}
      </tr>
      {faults && (
        <tr className={styles.row}>
          <td colSpan={columns.length + 1} className={styles.fault}>
            <span id={faultId} role="alert">
              {said(faults, columns, (column) => captionOf(t, column))}
            </span>
          </td>
        </tr>
      )}
    </>
  )
}

/** What is wrong, each with the field that it is about. */
function said(
  { whole, fields }: Faults,
  columns: readonly AnyLineColumn[],
  caption: (column: AnyLineColumn) => string,
) {
  const named = columns.filter(({ field }) => field in fields)
  return named.length ? named.map((column) => `${caption(column)}: ${fields[column.field]}`).join('; ') : whole
}
