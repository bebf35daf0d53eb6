import {
  ArrowSync20Regular,
  CheckmarkCircle20Regular,
  DismissCircle20Regular,
  Key20Regular,
  PlugConnected20Regular,
} from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { jobQueueObjectsQuery } from '@/api/jobQueueObjects'
import { queries } from '@/api/queries'
import { useCan } from '@/api/session'
import { useStarted, type Started } from '@/areas/jobs/started'
import { taskCaption } from '@/i18n/captions'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useNotify } from '@/components/notice/useNotify'
import type { Tested } from './connect/tested'
import { useFirstSyncActions } from './firstSyncActions'

type Shop = Row<'shopifyShops'>

/** The one task that every shop begins with. */
const SYNC_ORDERS = 30104

/** What may be done with a shop: connect it, and synchronise with it. */
export function useShopActions(shop: Shop): readonly Action[] {
  const { t } = useTranslation()
  const can = useCan()
  const confirm = useConfirm()
  const notify = useNotify()
  const navigate = useNavigate()
  const tell = useStarted()
  const intake = useFirstSyncActions(shop)
  const { data: objects = [] } = useQuery(jobQueueObjectsQuery)
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
      const { name, domain } = await post<Tested>(`${path}/Kobling.test`)
      notify.success(t('shops.tested', { name, domain }))
    } finally {
      await refresh()
    }
  }

  const perShop = objects.filter((object) => object.perShop)
  const ids = perShop.some(({ objectId }) => objectId === SYNC_ORDERS)
    ? perShop
    : [{ objectId: SYNC_ORDERS, caption: '' }, ...perShop]
  const syncs = ids.flatMap(({ objectId, caption }): Action[] => {
    const name = taskCaption(t, objectId, caption)
    return [
      {
        key: `sync${objectId}`,
        caption: name,
        icon: <ArrowSync20Regular />,
        permission: 'Synchronization.Run',
        disabled: !shop.enabled,
        primary: objectId === SYNC_ORDERS,
        ...(objectId === SYNC_ORDERS ? {} : { group: t('shops.sync') }),
        run: async () =>
          tell(await post<Started>(`${path}/Kobling.sync`, { object: objectId, options: {}, filters: {} }), name),
      },
      {
        key: `request${objectId}`,
        caption: t('shops.withOptions', { name }),
        icon: <ArrowSync20Regular />,
        permission: 'Synchronization.Run',
        disabled: !shop.enabled,
        group: t('shops.sync'),
        run: () => navigate({ to: `/tasks/${objectId}`, search: { shop: shop.code ?? '' } as never }),
      },
    ]
  })
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
    { key: 'test', caption: t('shops.test'), icon: <PlugConnected20Regular />, permission: 'Shops.Read', run: test },
    {
      key: 'connect',
      caption: t('shops.reconnect'),
      icon: <Key20Regular />,
      permission: 'Shops.Change',
      run: () => navigate({ to: '/connect-shop', search: { shop: shop.id ?? '' } }),
    },
  ]
  return can('Synchronization.Run') ? [...syncs, ...intake, ...access] : access
}
