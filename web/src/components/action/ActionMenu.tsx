import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ChevronDown16Regular, MoreHorizontal20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Action } from './action'

type Props = {
  /** The group that the actions are; without one they are those that have no room. */
  readonly group?: string
  readonly actions: readonly Action[]
  readonly onRun: (action: Action) => void
}

/** Actions in a menu. */
export function ActionMenu({ group, actions, onRun }: Props) {
  const { t } = useTranslation()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        {group ? (
          <Button appearance="subtle" icon={<ChevronDown16Regular />} iconPosition="after">
            {group}
          </Button>
        ) : (
          <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={t('common.moreActions')} />
        )}
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {actions.map((action) => (
            <MenuItem
              key={action.key}
              icon={action.icon}
              disabled={action.disabled ?? false}
              onClick={() => onRun(action)}
            >
              {action.caption}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
