import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { BookmarkMultiple20Regular } from '@fluentui/react-icons'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useSetting } from '@/api/settings'
import { useRun } from '@/components/action/useRun'
import type { AnyList } from './definition'
import { readState, writeState, type ListState, type Search } from './state'

// On a narrow screen its sign stands under the title, and the search has the room.
const useStyles = makeStyles({
  views: {
    '@media (max-width: 700px)': {
      flexShrink: 0,
      minInlineSize: 'auto',
      paddingInline: tokens.spacingHorizontalSNudge,
      marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalSNudge})`,
    },
  },
})

type Kept = { readonly views: readonly { readonly name: string; readonly search: Search }[] }

type Props = {
  readonly list: AnyList
  readonly state: ListState
  readonly onChange: (state: ListState) => void
}

const same = (a: Search, b: Search) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/** Chooses among the views of a list: those that come with it, and those that the user has kept. */
export function Views({ list, state, onChange }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { run } = useRun()
  const [kept, keep] = useSetting<Kept>(`list.${list.entity}`)
  const [naming, setNaming] = useState(false)
  const own = kept?.views ?? []
  const builtIn = (list.views ?? []).map(({ caption, filters, sort }) => ({
    name: t(`lists.${caption}`),
    search: writeState({ ...readState({}), filters, sort: sort ?? '' }),
  }))
  const all = [{ name: t('lists.viewAll'), search: {} }, ...builtIn, ...own]
  const now = writeState(state)
  const current = all.find(({ search }) => same(search, now))
  const currentOwn = own.find((view) => view === current)

  const save = (name: string) =>
    run({
      key: 'save',
      run: () => keep({ views: [...own.filter((view) => view.name !== name), { name, search: now }] }),
    })

  return (
    <>
      <Menu
        checkedValues={{ view: current ? [current.name] : [] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          const view = all.find(({ name }) => name === checkedItems[0])
          if (view) onChange(readState(view.search))
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.views} appearance="subtle" icon={<BookmarkMultiple20Regular />}>
            {current?.name ?? t('lists.viewChanged')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {all.map(({ name }) => (
              <MenuItemRadio key={name} name="view" value={name}>
                {name}
              </MenuItemRadio>
            ))}
            <MenuDivider />
            <MenuItem onClick={() => setNaming(true)} disabled={Boolean(current)}>
              {t('lists.saveView')}
            </MenuItem>
            {currentOwn && (
              <MenuItem
                onClick={() => run({ key: 'remove', run: () => keep({ views: own.filter((v) => v !== currentOwn) }) })}
              >
                {t('lists.deleteView')}
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {naming && <NameDialog onClose={() => setNaming(false)} onName={save} />}
    </>
  )
}

function NameDialog({ onClose, onName }: { readonly onClose: () => void; readonly onName: (name: string) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onName(name.trim())
    onClose()
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('lists.saveView')}</DialogTitle>
            <DialogContent>
              <Field label={t('lists.viewName')} required>
                <Input value={name} maxLength={50} onChange={(_, { value }) => setName(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={!name.trim()}>
                {t('common.save')}
              </Button>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
