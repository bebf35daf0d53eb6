import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { ChevronDown16Regular, MoreHorizontal20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/api/session'
import { useNarrow } from '@/components/page/useNarrow'
import type { Action } from './action'
import { useRun } from './useRun'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

/** The actions of a page: each a button, those of a group in a menu, on a narrow screen all but the first in one menu. */
export function ActionBar({ actions }: { readonly actions: readonly Action[] }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const can = useCan()
  const narrow = useNarrow()
  const { run, running } = useRun()
  const allowed = actions.filter(({ permission }) => can(permission))
  const shown = narrow ? allowed.filter(({ primary }) => primary).slice(0, 2) : allowed.filter(({ group }) => !group)
  const rest = narrow ? allowed.filter((action) => !shown.includes(action)) : []
  const groups = narrow ? [] : [...new Set(allowed.flatMap(({ group }) => (group ? [group] : [])))]

  const item = (action: Action) => (
    <MenuItem key={action.key} icon={action.icon} disabled={action.disabled ?? false} onClick={() => run(action)}>
      {action.caption}
    </MenuItem>
  )

  if (!allowed.length) return null
  return (
    <div className={styles.bar} role="group" aria-label={t('common.actions')}>
      {shown.map((action) => (
        <Button
          key={action.key}
          appearance={appearanceOf(action, shown)}
          icon={action.icon ?? null}
          disabled={Boolean(action.disabled) || running === action.key}
          onClick={() => run(action)}
        >
          {action.caption}
        </Button>
      ))}
      {groups.map((group) => (
        <Menu key={group}>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<ChevronDown16Regular />} iconPosition="after">
              {group}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>{allowed.filter((action) => action.group === group).map(item)}</MenuList>
          </MenuPopover>
        </Menu>
      ))}
      {rest.length > 0 && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={t('common.moreActions')} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>{rest.map(item)}</MenuList>
          </MenuPopover>
        </Menu>
      )}
    </div>
  )
}

/** Of the actions that stand first, one is what the page is for. */
const appearanceOf = (action: Action, shown: readonly Action[]) =>
  !action.primary ? 'subtle' : action === shown.find(({ primary }) => primary) ? 'primary' : 'secondary'
