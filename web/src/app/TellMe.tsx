import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  SearchBox,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { jobQueueObjectsQuery } from '@/api/jobQueueObjects'
import { useCan } from '@/api/session'
import { taskCaption } from '@/i18n/captions'
import { navigation } from './navigation'
import { find } from './rank'

const useStyles = makeStyles({
  search: { inlineSize: '100%', maxInlineSize: 'none' },
  list: { maxBlockSize: '50vh', marginBlockStart: tokens.spacingVerticalS, overflow: 'auto' },
  option: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected },
  kind: { color: tokens.colorNeutralForeground3 },
})

/** Finds pages and tasks by their names. */
export function TellMe({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const id = useId()
  const { data: objects = [] } = useQuery(jobQueueObjectsQuery)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)

  const pages = navigation.flatMap((group) =>
    group.pages
      .filter(({ permission }) => can(permission))
      .map(({ to, caption }) => ({
        to,
        caption: t(`pages.${caption}`),
        keywords: t(`navigation.${group.caption}`),
        kind: t('app.page'),
      })),
  )
  const tasks = objects
    .filter(() => can('JobQueue.Run'))
    .map((object) => ({
      to: `/tasks/${object.objectId}`,
      caption: taskCaption(t, object.objectId, object.caption),
      keywords: `${object.objectId} ${object.caption}`,
      kind: t('app.task'),
    }))
  const found = find([...pages, ...tasks], typed).slice(0, 12)

  const go = (to: string | undefined) => {
    if (!to) return
    onClose()
    void navigate({ to })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter') go(found[active]?.to)
    else return
    event.preventDefault()
  }

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('app.tellMe')}</DialogTitle>
          <DialogContent>
            <SearchBox
              className={styles.search}
              aria-label={t('app.tellMe')}
              placeholder={t('app.tellMeHint')}
              role="combobox"
              aria-expanded
              aria-controls={id}
              aria-activedescendant={found.length ? `${id}-${active}` : undefined}
              value={typed}
              onChange={(_, { value }) => {
                setTyped(value)
                setActive(0)
              }}
              onKeyDown={onKeyDown}
            />
            <div id={id} role="listbox" aria-label={t('app.tellMe')} className={styles.list}>
              {found.map(({ to, caption, kind }, index) => (
                // The search box keeps the focus and moves through the list.
                // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={to}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  className={mergeClasses(styles.option, index === active && styles.active)}
                  onClick={() => go(to)}
                >
                  <span>{caption}</span>
                  <span className={styles.kind}>{kind}</span>
                </div>
              ))}
            </div>
            {!found.length && <p role="status">{t('app.tellMeNothing')}</p>}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
