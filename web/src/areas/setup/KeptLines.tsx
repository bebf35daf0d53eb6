import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/api/session'
import { ActionBar } from '@/components/action/ActionBar'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { DataList } from '@/components/list/DataList'
import type { AnyList } from '@/components/list/definition'
import { useList } from '@/components/list/useList'

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalS, paddingBlockEnd: tokens.spacingVerticalL },
})

const NO_ACTIONS = () => []

/** The records of a list that belong to that of a card, with what keeps them. */
export function KeptLines({ of: list, locked }: { readonly of: AnyList; readonly locked?: boolean }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const can = useCan()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const query = useMemo(
    () => ({ ...(list.filter ? { $filter: list.filter } : {}), ...(list.sort ? { $orderby: list.sort } : {}) }),
    [list.filter, list.sort],
  )
  const { rows, total, loading, error, hasMore, more, retry } = useList(list.entity, query)
  const selectedRows = useMemo(() => rows.filter(({ id }) => selected.has(id ?? '')), [rows, selected])
  const actions = (list.useActions ?? NO_ACTIONS)(selectedRows)
  const may = !locked && actions.some(({ permission }) => !permission || can(permission))
  const shown = useMemo(() => list.columns.filter(({ hidden }) => !hidden), [list.columns])
  const label = t(`pages.${list.caption}`)
  return (
    <section className={styles.part} aria-label={label}>
      {may && <ActionBar actions={actions} />}
      {error && <ErrorMessage error={error} onRetry={retry} />}
      {loading && !error && <Spinner size="small" label={t('common.loading')} />}
      {!loading && rows.length === 0 && <p>{t('lists.nothing')}</p>}
      {rows.length > 0 && (
        <DataList
          inline
          label={label}
          entity={list.entity}
          columns={shown}
          rows={rows}
          total={total}
          {...(hasMore ? { onMore: more } : {})}
          {...(may ? { selected, onSelect: setSelected } : {})}
        />
      )}
    </section>
  )
}
