import { defineList } from '@/components/list/definition'

export const ordersElsewhereList = defineList({
  entity: 'shopifyOrdersProcessedElsewhere',
  caption: 'ordersElsewhere',
  sort: 'createdAt desc',
  columns: [
    { field: 'orderNumber', width: 140, narrow: 'title' },
    { field: 'reason', width: 300, narrow: 'detail' },
    { field: 'shopifyOrderId', width: 150, narrow: 'end' },
    { field: 'store', width: 220 },
    { field: 'createdAt', width: 160 },
    { field: 'userId', width: 120 },
  ],
  views: [{ caption: 'viewNeverCame', filters: { shopifyOrderId: '0' } }],
  empty: 'emptyElsewhere',
  permission: 'Synchronization.Read',
})
