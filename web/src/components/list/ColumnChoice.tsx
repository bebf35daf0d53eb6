import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Button,
} from '@fluentui/react-components'
import { ColumnTriple20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { captionOf } from './caption'
import type { AnyColumn } from './definition'

type Props = {
  readonly columns: readonly AnyColumn[]
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
}

/** Chooses which columns a list shows. They keep their order. */
export function ColumnChoice({ columns, shown, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Menu
      checkedValues={{ columns: [...shown] }}
      persistOnItemClick
      onCheckedValueChange={(_, { checkedItems }) =>
        checkedItems.length &&
        onChange(columns.map(({ field }) => field).filter((field) => checkedItems.includes(field)))
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<ColumnTriple20Regular />}
          aria-label={t('lists.columns')}
          title={t('lists.columns')}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {columns.map((column) => (
            <MenuItemCheckbox key={column.field} name="columns" value={column.field}>
              {captionOf(t, column)}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItem persistOnClick={false} onClick={() => onChange([])}>
            {t('lists.standardColumns')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
