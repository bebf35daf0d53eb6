import { ArrowSync20Regular, ArrowSyncCircle20Regular, Options20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { jobQueueObjectsQuery } from '@/api/jobQueueObjects'
import { syncActionsQuery } from '@/api/syncActions'
import { useStarted, type Started } from '@/areas/jobs/started'
import type { Action } from '@/components/action/action'
import { taskCaption } from '@/i18n/captions'
import { syncCaption } from './syncCaption'

/** The sync that every shop begins with. */
const FIRST = 'orders'

/** The syncs of a shop: each with one click, all of them, and every task of shops with its request page. */
export function useSyncActions(shop: Row<'shopifyShops'>): readonly Action[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const tell = useStarted()
  const { data: syncs = [] } = useQuery(syncActionsQuery)
  const { data: objects = [] } = useQuery(jobQueueObjectsQuery)
  const path = `/shopifyShops/${shop.id}`
  const common = { permission: 'Synchronization.Run', disabled: !shop.enabled } as const

  const started = syncs.map((sync): Action => {
    const caption = syncCaption(t, sync)
    const start = () => post<Started>(`${path}/Kobling.sync`, { action: sync.name })
    return {
      key: `sync-${sync.name}`,
      caption,
      icon: <ArrowSync20Regular />,
      ...common,
      ...(sync.name === FIRST ? { primary: true } : { group: t('shops.sync') }),
      run: async () => tell(await start(), caption),
    }
  })
  const all: Action = {
    key: 'syncAll',
    caption: t('shops.syncAll'),
    icon: <ArrowSyncCircle20Regular />,
    ...common,
    group: t('shops.sync'),
    run: async () => {
      const { value } = await post<{ value: readonly Started[] }>(`${path}/Kobling.syncAll`)
      tell(value, t('shops.syncAll'))
    },
  }
  const requested = objects
    .filter(({ perShop }) => perShop)
    .map(({ objectId, caption }): Action => ({
      key: `request${objectId}`,
      caption: t('shops.withOptions', { name: taskCaption(t, objectId, caption) }),
      icon: <Options20Regular />,
      ...common,
      group: t('shops.requestPages'),
      run: () => navigate({ to: `/tasks/${objectId}`, search: { shop: shop.code ?? '' } as never }),
    }))
  return [...started, all, ...requested]
}
