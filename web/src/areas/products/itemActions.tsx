import { BoxSearch20Regular, TextBulletListSquare20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { useAddToShopify } from '@/areas/shops/useAddToShopify'
import type { Action } from '@/components/action/action'
import { exactly } from '@/components/list/exactly'

/** Where an item leads. */
export function useItemActions(item: Row<'items'>): readonly Action[] {
  const { number = '', type } = item
  const { t } = useTranslation()
  const navigate = useNavigate()
  const add = useAddToShopify('items', [item])
  if (type !== 'Inventory') return [add]
  return [
    {
      key: 'availability',
      caption: t('pages.itemAvailability'),
      icon: <BoxSearch20Regular />,
      run: () => navigate({ to: '/item-availability', search: { itemNumber: exactly(number) } as never }),
    },
    {
      key: 'entries',
      caption: t('pages.itemLedgerEntries'),
      icon: <TextBulletListSquare20Regular />,
      run: () =>
        navigate({
          to: '/ledgers/$list',
          params: { list: 'items' },
          search: { 'filter.itemNumber': exactly(number) } as never,
        }),
    },
    add,
  ]
}
