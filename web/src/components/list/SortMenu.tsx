import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowSort20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { field as fieldOf, type EntitySet } from '@/api/fields'
import { captionOf } from './caption'
import type { AnyColumn } from './definition'

type Props = {
  readonly entity: EntitySet
  readonly columns: readonly AnyColumn[]
  readonly sort: string | undefined
  readonly onChange: (sort: string) => void
}

/** Sorts where there are no column headers to do it. */
export function SortMenu({ entity, columns, sort, onChange }: Props) {
  const { t } = useTranslation()
  const sortable = columns.filter(({ field }) => fieldOf(entity, field).sortable)
  if (!sortable.length) return null
  return (
    <Menu
      checkedValues={{ sort: [sort ?? ''] }}
      onCheckedValueChange={(_, { checkedItems }) => onChange(checkedItems[0] ?? '')}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<ArrowSort20Regular />} aria-label={t('lists.sort')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {sortable.flatMap((column) =>
            [column.field, `${column.field} desc`].map((value) => (
              <MenuItemRadio key={value} name="sort" value={value}>
                {captionOf(t, column)} {value === column.field ? '↑' : '↓'}
              </MenuItemRadio>
            )),
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
