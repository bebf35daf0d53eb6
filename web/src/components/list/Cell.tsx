import { Checkmark16Regular } from '@fluentui/react-icons'
import { Link as FluentLink } from '@fluentui/react-components'
import { useRouter } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { field as fieldOf, type EntitySet } from '@/api/fields'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import type { Format } from '@/i18n/format'
import type { AnyColumn, AnyRow } from './definition'
import { asText, valueText } from './valueText'

type Props = {
  readonly entity: EntitySet
  readonly column: AnyColumn
  readonly row: AnyRow
  readonly t: TFunction
  readonly format: Format
}

/** The value of a field, as its kind is shown. */
export function Cell({ entity, column, row, t, format }: Props) {
  const router = useRouter()
  const { kind } = fieldOf(entity, column.field)
  const value = row[column.field]
  if (kind === 'boolean' && !column.tone) {
    return value ? <Checkmark16Regular aria-label={t('common.yes')} /> : <span aria-label={t('common.no')} />
  }
  const text = column.text
    ? column.text(row, t)
    : kind === 'option'
      ? optionCaption(t, asText(value))
      : valueText(format, kind, value, column.amount)
  if (column.tone) return <StatusBadge tone={column.tone(row)}>{text}</StatusBadge>
  const link = column.link?.(row)
  if (link && text) {
    return (
      <FluentLink
        href={link}
        tabIndex={-1}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) return
          event.preventDefault()
          void router.navigate({ to: link })
        }}
      >
        {text}
      </FluentLink>
    )
  }
  return <span title={text.length > 24 ? text : undefined}>{text}</span>
}
