import { Button, Link, SearchBox, Spinner, Text, ToggleButton, mergeClasses } from '@fluentui/react-components'
import { ArrowDownload20Regular, Filter20Filled, Filter20Regular, SelectAllOn20Regular } from '@fluentui/react-icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionBar } from '@/components/action/ActionBar'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { filterFault } from '@/components/error/explain'
import { useNarrow } from '@/components/page/useNarrow'
import { usePageTitle } from '@/components/page/usePageTitle'
import { useFormat } from '@/i18n/format'
import { ColumnChoice } from './ColumnChoice'
import { DataList } from './DataList'
import type { AnyList, AnyRow } from './definition'
import { FilterPane } from './FilterPane'
import { FilterPlace } from './FilterPlace'
import { InBusinessCentral } from './InBusinessCentral'
import { useListPageStyles } from './listPageStyles'
import { SortMenu } from './SortMenu'
import { isNarrowed, nextSort, queryOf, type ListState, type Search } from './state'
import { addressOf, useList } from './useList'
import { useListState } from './useListState'
import { Views } from './Views'

const EVERYTHING: ListState = { filters: {}, search: '', sort: '', columns: [], odata: '' }
const NO_ACTIONS = () => []

/** A page that lists the records of an entity, as its definition says. */
export function ListPage({ of: list }: { readonly of: AnyList }) {
  const styles = useListPageStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const narrow = useNarrow()
  const searchBox = useRef<HTMLInputElement>(null)
  const [state, change] = useListState()
  const address: Search = useSearch({ strict: false })
  const [filtering, setFiltering] = useState(!narrow && isNarrowed({ ...state, search: '' }))
  const [selecting, setSelecting] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const title = t(`pages.${list.caption}`)
  usePageTitle(title)

  const query = useMemo(() => queryOf(state, list.sort, list.filter), [state, list.sort, list.filter])
  const { rows, total, loading, changing, error, refusedField, hasMore, more, retry, stale } = useList(
    list.entity,
    query,
  )
  const shown = useMemo(() => {
    const chosen = state.columns
    return list.columns.filter(({ field, hidden }) => (chosen.length ? chosen.includes(field) : !hidden))
  }, [list.columns, state.columns])
  const selectedRows = useMemo(() => rows.filter(({ id }) => selected.has(id ?? '')), [rows, selected])
  const actions = (list.useActions ?? NO_ACTIONS)(selectedRows)

  const { open } = list
  const onOpen = useCallback((row: AnyRow) => void (open && navigate({ to: open(row) })), [navigate, open])
  // On a wide screen each row has its check; on a narrow one they come when they are asked for, or when a tap has
  // nothing else to do.
  const selects = list.useActions !== undefined && (!narrow || selecting || !open)
  const toggleSelecting = () => {
    setSelecting(!selecting)
    setSelected(new Set())
  }
  const refused = filterRefused(refusedField, state, error)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F3') return
    event.preventDefault()
    if (event.shiftKey) setFiltering(!filtering)
    else searchBox.current?.focus()
  }

  return (
    // The keys reach every control of the page, the grid among them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.page} onKeyDown={onKeyDown}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.tools}>
          <Views list={list} state={state} onChange={change} />
          <SearchBox
            ref={searchBox}
            className={styles.search}
            aria-label={t('lists.search')}
            placeholder={t('lists.search')}
            defaultValue={state.search}
            key={state.search}
            onChange={(_, { value }) => value === '' && change({ search: '' })}
            onBlur={({ target }) => target.value !== state.search && change({ search: target.value })}
            onKeyDown={({ key, currentTarget }) => key === 'Enter' && change({ search: currentTarget.value })}
          />
          {narrow && list.useActions && open && (
            <ToggleButton
              appearance="subtle"
              icon={<SelectAllOn20Regular />}
              aria-label={t('lists.selectSeveral')}
              title={t('lists.selectSeveral')}
              checked={selecting}
              onClick={toggleSelecting}
            />
          )}
          {narrow && (
            <SortMenu
              entity={list.entity}
              columns={list.columns}
              sort={query.$orderby}
              onChange={(sort) => change({ sort })}
            />
          )}
          <Button
            appearance="subtle"
            icon={Object.keys(state.filters).length || state.odata ? <Filter20Filled /> : <Filter20Regular />}
            aria-label={t('lists.filter')}
            title={t('lists.filter')}
            aria-expanded={filtering}
            onClick={() => setFiltering(!filtering)}
          />
          {!narrow && (
            <ColumnChoice
              columns={list.columns}
              shown={shown.map(({ field }) => field)}
              onChange={(columns) => change({ columns })}
            />
          )}
          <Button
            as="a"
            appearance="subtle"
            icon={<ArrowDownload20Regular />}
            aria-label={t('lists.csv')}
            title={t('lists.csv')}
            href={addressOf(list.entity, { ...query, $format: 'csv' })}
            download={`${title}.csv`}
          />
        </div>
      </header>
      <ActionBar actions={actions} />
      {address.odata && (
        <InBusinessCentral
          entity={list.entity}
          odata={address.odata}
          shop={address.shop}
          onShow={(odata) => change({ filters: {}, odata })}
        />
      )}
      {error && !refused && <ErrorMessage error={error} onRetry={retry} />}
      <div className={styles.body}>
        <FilterPlace
          open={filtering}
          onClose={() => setFiltering(false)}
          onClear={() => change({ filters: {}, odata: '', search: '' })}
        >
          <FilterPane entity={list.entity} columns={list.columns} state={state} onChange={change} refused={refused} />
        </FilterPlace>
        <div className={styles.list}>
          {loading && !error ? (
            <Spinner className={styles.centre} label={t('common.loading')} />
          ) : rows.length === 0 && !changing && !error ? (
            <div className={mergeClasses(styles.centre, styles.empty)}>
              <Text>{isNarrowed(state) ? t('lists.nothingFound') : t(`lists.${list.empty ?? 'nothing'}`)}</Text>
              {isNarrowed(state) && (
                <Link as="button" onClick={() => change(EVERYTHING)}>
                  {t('lists.showAll')}
                </Link>
              )}
            </div>
          ) : (
            <DataList
              label={title}
              entity={list.entity}
              columns={shown}
              rows={rows}
              total={total}
              {...(hasMore ? { onMore: more } : {})}
              sort={query.$orderby}
              onSort={(field) => change({ sort: nextSort(query.$orderby ?? '', field) })}
              {...(selects ? { selected, onSelect: setSelected } : {})}
              onOpen={open && onOpen}
              dimmed={changing}
            />
          )}
        </div>
      </div>
      <footer className={styles.footer}>
        <span role="status">
          {t('lists.count', { count: total, shown: format.number(total) })}
          {selectedRows.length > 0 && ` · ${t('lists.selected', { count: selectedRows.length })}`}
        </span>
        {stale && (
          <Link as="button" onClick={retry}>
            {t('lists.refresh')}
          </Link>
        )}
      </footer>
    </div>
  )
}

/** The server's word about one filter belongs beside its field. */
function filterRefused(target: string | undefined, state: ListState, error: Error | null) {
  const field = target?.replace(/^filter\./, '')
  return field && field in state.filters && error ? { field, message: filterFault(error.message) } : undefined
}
