import { ArrowDownload20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { EntitySet } from '@/api/fields'
import { queries } from '@/api/queries'
import { useShopsOfList } from '@/areas/shops/useShopsOfList'
import type { Action } from '@/components/action/action'
import { useNotify } from '@/components/notice/useNotify'
import type { EnabledShop } from '@/components/request/shops'
import type { en } from '@/i18n/en'

type Refreshed = { readonly found: number; readonly new: number; readonly changed: number; readonly more: boolean }

/** Which of the shops are asked, and what is said where none is. */
export type Asked = {
  readonly asks: (shop: EnabledShop) => boolean
  readonly none: keyof typeof en.upkeep & ('noShop' | 'noAdvancedShop')
}

const everyShop: Asked = { asks: () => true, none: 'noShop' }

/** The action that reads a list from the stores of all enabled shops; of those alone to which the list is filtered. */
export function useGetFromShopify(
  entity: EntitySet,
  verb: string,
  { asks, none }: Asked = everyShop,
): readonly Action[] {
  const { t } = useTranslation()
  const notify = useNotify()
  const shopsOfList = useShopsOfList()
  const run = async () => {
    const shops = (await shopsOfList()).filter(asks)
    const told = { new: 0, changed: 0 }
    const failures: unknown[] = []
    for (const { id } of shops) {
      // A shop that refuses keeps nothing from the others.
      try {
        let more = true
        while (more) {
          const refreshed = await post<Refreshed>(`/shopifyShops/${id}/Kobling.${verb}`)
          told.new += refreshed.new
          told.changed += refreshed.changed
          more = refreshed.more
        }
      } catch (failure) {
        failures.push(failure)
      }
    }
    await queries.invalidateQueries({ queryKey: [entity] })
    if (failures.length) throw failures[0]
    notify.success(shops.length ? t('upkeep.gotten', told) : t(`upkeep.${none}`))
  }
  return [
    {
      key: 'getFromShopify',
      caption: t('upkeep.getFromShopify'),
      icon: <ArrowDownload20Regular />,
      permission: 'Synchronization.Run',
      run,
    },
  ]
}
