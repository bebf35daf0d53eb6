import { Add20Regular, Rocket20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/components/action/action'

/** What may be done in the list of shops. */
export function useShopsActions(): readonly Action[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return [
    {
      key: 'new',
      caption: t('common.new'),
      icon: <Add20Regular />,
      primary: true,
      permission: 'Shops.Change',
      run: () => navigate({ to: '/connect-shop' }),
    },
    {
      key: 'guide',
      caption: t('pages.goingLive'),
      icon: <Rocket20Regular />,
      permission: 'Shops.Change',
      run: () => navigate({ to: '/going-live' }),
    },
  ]
}
