import { defineList } from '@/components/list/definition'
import { useChannelActions } from './channelActions'

export const channelsList = defineList({
  entity: 'shopifySalesChannels',
  caption: 'shopifySalesChannels',
  sort: 'name',
  columns: [
    { field: 'name', width: 260, narrow: 'title' },
    { field: 'useForPublication', width: 190, narrow: 'end' },
    { field: 'isDefault', width: 120, narrow: 'detail' },
    { field: 'shopCode', width: 120, narrow: 'detail' },
    { field: 'publicationId', width: 300, hidden: true },
  ],
  useActions: useChannelActions,
  permission: 'Synchronization.Read',
})
