import { ArrowClockwise20Regular, CheckmarkCircle20Regular, DismissCircle20Regular } from '@fluentui/react-icons'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { useShopsOfList } from '@/areas/shops/useShopsOfList'
import type { Action } from '@/components/action/action'
import { useNotify } from '@/components/notice/useNotify'
import { useWords } from './words'

const ENTITY = 'shopifySalesChannels'

/** What may be done with sales channels: they are chosen for publication or not, and read anew. */
export function useChannelActions(channels: readonly Row<typeof ENTITY>[]): readonly Action[] {
  const words = useWords()
  const notify = useNotify()
  const shopsOfList = useShopsOfList()
  const invalidate = () => queries.invalidateQueries({ queryKey: [ENTITY] })
  const use = (useForPublication: boolean) => async () => {
    for (const { id, '@odata.etag': etag } of channels) {
      await post(`/${ENTITY}/${id}/Kobling.publish`, { useForPublication }, etag)
    }
    await invalidate()
  }
  const refresh = async () => {
    const shops = await shopsOfList()
    for (const { code } of shops) await post(`/${ENTITY}/Kobling.refresh`, { shopCode: code })
    await invalidate()
    notify.success(words('channelsRead', { count: shops.length }))
  }
  const some = (is: boolean) => channels.some(({ useForPublication }) => useForPublication === is)
  return [
    {
      key: 'use',
      caption: words('useChannel'),
      icon: <CheckmarkCircle20Regular />,
      primary: true,
      permission: 'Shops.Change',
      disabled: !some(false),
      run: use(true),
    },
    {
      key: 'leave',
      caption: words('leaveChannel'),
      icon: <DismissCircle20Regular />,
      primary: true,
      permission: 'Shops.Change',
      disabled: !some(true),
      run: use(false),
    },
    {
      key: 'refresh',
      caption: words('refreshChannels'),
      icon: <ArrowClockwise20Regular />,
      permission: 'Synchronization.Run',
      run: refresh,
    },
  ]
}
