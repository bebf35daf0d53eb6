import {
  CheckmarkCircle20Regular,
  Delete20Regular,
  DismissCircle20Regular,
  Key20Regular,
  PlugConnected20Regular,
  Rocket20Regular,
} from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post, remove } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { useCan } from '@/api/session'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useNotify } from '@/components/notice/useNotify'
import type { Tested } from './connect/tested'
import { useFirstSyncActions } from './firstSyncActions'
import { usePageActions } from './pageActions'
import { useResetActions } from './resetActions'
import { useSyncActions } from './syncActions'

type Shop = Row<'shopifyShops'>

/** What may be done with a shop: connect it, synchronise with it, and look at what belongs to it. */
export function useShopActions(shop: Shop): readonly Action[] {
  const { t } = useTranslation()
  const can = useCan()
  const confirm = useConfirm()
  const notify = useNotify()
  const navigate = useNavigate()
  const syncs = useSyncActions(shop)
  const intake = useFirstSyncActions(shop)
  const resets = useResetActions(shop)
  const pages = usePageActions(shop)
  const path = `/shopifyShops/${shop.id}`
  const refresh = () => queries.invalidateQueries({ queryKey: ['shopifyShops'] })

  const enable = async () => {
    const question = { title: t('shops.enableTitle'), text: t('shops.enableText'), confirm: t('shops.enable') }
    if (!(await confirm(question))) return
    await post(`${path}/Kobling.enable`, undefined, shop['@odata.etag'])
    await refresh()
  }
  const disable = async () => {
    const question = { title: t('shops.disableTitle'), text: t('shops.disableText'), confirm: t('shops.disable') }
    if (!(await confirm(question))) return
    await post(`${path}/Kobling.disable`, undefined, shop['@odata.etag'])
    await refresh()
  }
  const test = async () => {
    try {
      const tested = await post<Tested>(`${path}/Kobling.test`)
      const { name, domain, missingWebhooks, webhooksRegisteredAgain } = tested
      const answers = t('shops.tested', { name, domain })
      const topics = missingWebhooks.join(', ')
      if (!topics) notify.success(answers)
      else if (webhooksRegisteredAgain) notify.success(`${answers} ${t('shops.webhooksAgain', { topics })}`)
      else notify.failure(new Error(`${answers} ${t('shops.webhooksLost', { topics })}`))
    } finally {
      await refresh()
    }
  }

  const drop = async () => {
    const question = { title: t('shops.deleteTitle'), text: t('shops.deleteText'), confirm: t('shops.delete') }
    if (!(await confirm({ ...question, danger: true }))) return
    await remove(path, shop['@odata.etag'])
    await refresh()
    await navigate({ to: '/shops' })
  }

  const access: Action[] = [
    shop.enabled
      ? {
          key: 'disable',
          caption: t('shops.disable'),
          icon: <DismissCircle20Regular />,
          permission: 'Shops.Change',
          run: disable,
        }
      : {
          key: 'enable',
          caption: t('shops.enable'),
          icon: <CheckmarkCircle20Regular />,
          permission: 'Shops.Change',
          primary: true,
          run: enable,
        },
    {
      key: 'test',
      caption: t('shops.test'),
      icon: <PlugConnected20Regular />,
      permission: 'Synchronization.Run',
      run: test,
    },
    {
      key: 'connect',
      caption: t('shops.reconnect'),
      icon: <Key20Regular />,
      permission: 'Shops.Change',
      run: () => navigate({ to: '/connect-shop', search: { shop: shop.id ?? '' } }),
    },
    {
      key: 'guide',
      caption: t('pages.goingLive'),
      icon: <Rocket20Regular />,
      permission: 'Shops.Change',
      run: () => navigate({ to: '/going-live', search: { shop: shop.id ?? '' } }),
    },
  ]
  const deletion: Action = {
    key: 'delete',
    caption: t('shops.delete'),
    icon: <Delete20Regular />,
    permission: 'Shops.Change',
    disabled: Boolean(shop.enabled),
    run: drop,
  }
  const all = [...access, ...pages, ...resets, deletion]
  return can('Synchronization.Run') ? [...syncs, ...intake, ...all] : all
}
