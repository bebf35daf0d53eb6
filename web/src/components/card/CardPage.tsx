import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components'
import { Dismiss20Regular, History20Regular, Save20Regular } from '@fluentui/react-icons'
import { useBlocker, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntitySet, Row } from '@/api/fields'
import { useCan, type Permission } from '@/api/session'
import type { Action } from '@/components/action/action'
import { ActionBar } from '@/components/action/ActionBar'
import { useConfirm } from '@/components/dialog/useConfirm'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import type { AnyRow } from '@/components/list/definition'
import { Back } from '@/components/page/Back'
import { usePageTitle } from '@/components/page/usePageTitle'
import type { PageKey } from '@/i18n/keys'
import { useCardStyles } from './cardStyles'
import { ConflictDialog } from './ConflictDialog'
import { CardContext } from './context'
import { useAfterSaving } from './useAfterSaving'
import { useCard, type CardState } from './useCard'

type Props<E extends EntitySet> = {
  readonly entity: E
  readonly id: string
  readonly caption: PageKey
  /** The list that the card belongs to. */
  readonly list: { readonly to: string; readonly caption: PageKey }
  readonly title: (record: Row<E>) => string
  /** Beside the title: what state the record is in. */
  readonly badge?: (record: Row<E>) => ReactNode
  /** Under the actions: what its reader has to know first. */
  readonly notice?: (record: Row<E>) => ReactNode
  readonly useActions?: (record: Row<E>) => readonly Action[]
  readonly facts?: (record: Row<E>) => ReactNode
  /** Who has it may change the record; without one nobody may. */
  readonly change?: Permission
  /** What is changed is saved as soon as its field is left. */
  readonly atOnce?: boolean
  /** The record can't be changed as it is now, whoever looks. */
  readonly locked?: (record: Row<E>) => boolean
  readonly children: (record: Row<E>) => ReactNode
}

/** A page that shows one record, in FastTabs, and lets it be changed. */
export function CardPage<E extends EntitySet>(props: Props<E>) {
  const styles = useCardStyles()
  const { t } = useTranslation()
  const card = useCard(props.entity, props.id)
  const { record, error, refetch } = card
  if (record) return <Loaded {...props} card={card} record={record} />
  return (
    <div className={styles.page}>
      <Back {...props.list} />
      {error ? <ErrorMessage error={error} onRetry={refetch} /> : <Spinner label={t('common.loading')} />}
    </div>
  )
}

const NO_ACTIONS = () => []

type LoadedProps<E extends EntitySet> = Props<E> & { readonly card: CardState; readonly record: AnyRow }

function Loaded<E extends EntitySet>({ card, record: anyRecord, ...props }: LoadedProps<E>) {
  const {
    entity,
    id,
    list,
    title,
    badge,
    notice,
    useActions = NO_ACTIONS,
    facts,
    change,
    atOnce,
    locked,
    children,
  } = props
  const record = anyRecord as unknown as Row<E>
  const styles = useCardStyles()
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const editable = change !== undefined && can(change) && !locked?.(record) && !card.gone
  const caption = t(`pages.${props.caption}`)
  const name = title(record)
  usePageTitle(`${name} – ${caption}`)
  useLeaveWarning(card.dirty)

  const { draft, set, errors, dirty, saving, save, discard } = card
  const context = useMemo(
    () => ({ entity, record: anyRecord, draft, set, errors, editable }),
    // `set` is made anew by each render and depends on nothing else than these.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [entity, anyRecord, draft, errors, editable],
  )
  const onLeave = useSaveOnLeave(atOnce === true && dirty && !saving, card)
  const actions = useAfterSaving(useActions(record), card)
  // What is saved at once needs no buttons, unless it could not be saved.
  const saveActions: Action[] = (atOnce ? card.wasRefused : dirty)
    ? [
        {
          key: 'save',
          caption: t('common.save'),
          icon: <Save20Regular />,
          primary: true,
          disabled: saving,
          run: () => save(),
        },
        { key: 'discard', caption: t('card.discard'), icon: <Dismiss20Regular />, primary: true, run: discard },
      ]
    : []
  const changeLog: Action = {
    key: 'changeLog',
    caption: t('pages.auditLogEntries'),
    icon: <History20Regular />,
    permission: 'Users.Read',
    run: () => navigate({ to: '/audit-log', search: { odata: `recordId eq ${id}` } as never }),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
    event.preventDefault()
    // What is being typed becomes a change when its field is left.
    if (event.target instanceof HTMLElement) event.target.blur()
    if (dirty) void save()
  }

  return (
    // The keys reach every field of the card.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.page} onKeyDown={onKeyDown}>
      <header className={styles.header}>
        <Back {...list} />
        <p className={styles.caption}>{caption}</p>
        <div className={styles.titleRow}>
          <h1 className={styles.title}>{name}</h1>
          {badge?.(record)}
        </div>
        <ActionBar actions={card.gone ? [] : [...saveActions, ...actions, changeLog]} />
        {!card.gone && notice?.(record)}
        {card.gone && (
          <MessageBar intent="warning">
            <MessageBarBody>{t('card.gone')}</MessageBarBody>
          </MessageBar>
        )}
        {card.overtaken && (
          <MessageBar intent="warning">
            <MessageBarBody>{t('card.overtaken')}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={card.showConflict}>
                {t('card.showChanges')}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
      </header>
      <div className={styles.body}>
        <div className={styles.tabs} onBlur={onLeave}>
          <CardContext value={context}>{children(record)}</CardContext>
        </div>
        {facts && (
          <aside className={styles.facts} aria-label={t('card.facts')}>
            {facts(record)}
          </aside>
        )}
      </div>
      {card.conflict && card.base && (
        <ConflictDialog
          entity={entity}
          base={card.base}
          theirs={card.conflict}
          draft={draft}
          onMine={() => void save(card.conflict?.['@odata.etag'])}
          onTheirs={discard}
          onClose={card.closeConflict}
        />
      )}
    </div>
  )
}

/**
 * Saves what has changed when a field is left; what is typed becomes a change in the same moment. What is entered while
 * something is being saved follows it.
 */
function useSaveOnLeave(due: boolean, { save, saves }: CardState) {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left && due) void save()
    // Leaving a field is what saves, and what has been saved makes room; not that something has changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [left, saves])
  return () => setLeft((times) => times + 1)
}

/** Asks before what is not saved is lost. */
function useLeaveWarning(dirty: boolean) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  useBlocker({
    shouldBlockFn: async () =>
      dirty &&
      !(await confirm({
        title: t('card.leaveTitle'),
        text: t('card.leaveText'),
        confirm: t('card.leave'),
        danger: true,
      })),
    enableBeforeUnload: dirty,
    disabled: !dirty,
  })
}
