import { Open20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { pagesOf, searchOf } from './shopPages'

/** The lists of what belongs to a shop, each with this shop alone. */
export function usePageActions(shop: Row<'shopifyShops'>): readonly Action[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return pagesOf(shop).map((page) => ({
    key: `open${page.to}`,
    caption: t(`pages.${page.caption}`),
    icon: <Open20Regular />,
    permission: page.permission,
    group: t('shops.related'),
    run: () => navigate({ to: page.to, search: searchOf(page, shop) as never }),
  }))
}
