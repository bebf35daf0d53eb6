import { Spinner } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { EntitySet } from '@/api/fields'
import { useRecords } from '@/api/record'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { DataList } from '@/components/list/DataList'
import type { AnyColumn, AnyRow } from '@/components/list/definition'

type Props = {
  readonly entity: EntitySet
  readonly label: string
  readonly columns: readonly AnyColumn[]
  /** Which records, as OData. */
  readonly filter: string
  readonly sort?: string
  readonly top?: number
  readonly onOpen?: (row: AnyRow) => void
}

/** The records that belong to that of a card, as the lines of an order. */
export function Lines({ entity, label, columns, filter, sort, top = 500, onOpen }: Props) {
  const { t } = useTranslation()
  const options = { ...(filter ? { $filter: filter } : {}), $top: String(top), ...(sort ? { $orderby: sort } : {}) }
  const { data, error, refetch } = useRecords(entity, options)
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Spinner size="small" label={t('common.loading')} />
  const rows = data.value as readonly AnyRow[]
  if (!rows.length) return <p>{t('lists.nothing')}</p>
  return <DataList inline label={label} entity={entity} columns={columns} rows={rows} onOpen={onOpen} />
}
